import { sql } from 'kysely'
import { seesPapers } from '../../domain/scope/redact.ts'
import { type Scope, isOfScope } from '../../domain/scope/scope.ts'
import { findMatters } from '../scope/matter-facts.ts'
import type { Database } from '../store/connect.ts'
import type { Session } from '../sync/token.ts'

/**
 * ATT-7, ATT-16, ATT-17: a file is read through a matter that the device may see and that has it attached now, by itself or by a matter that
 * became its alias; never by its name alone, and never by a device that is given anything masked.
 */
export const isAttachedInScope = async (
  db: Database,
  { center, device }: Session,
  scope: Scope,
  { caseId, blob }: { readonly caseId: string; readonly blob: string },
): Promise<boolean> => {
  if (!uuid.test(caseId) || !seesPapers(scope.kind)) return false
  const wanted = JSON.stringify([{ blob, detached: null }])
  const { rows } = await sql`
    with recursive view (id) as (
      select ${caseId}::uuid
      union
      select (merged ->> 'aliasId')::uuid
      from view join case_state s on s.center = ${center} and s.id = view.id,
        jsonb_array_elements(coalesce(s.state -> 'merged', '[]'::jsonb)) merged
    )
    select from view join case_state s on s.center = ${center} and s.id = view.id
    where s.state -> 'attachments' @> ${wanted}::jsonb limit 1`.execute(db)
  if (rows.length === 0) return false
  if (scope.kind === 'center') return true
  const matters = await db.transaction().execute((tx) => findMatters(tx, center, device, [caseId], 0))
  const matter = matters.get(caseId)
  return matter !== undefined && isOfScope(scope, matter)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
