import { sql } from 'kysely'
import { type Scope, isOfScope } from '../../domain/scope/scope.ts'
import { findMatters } from '../scope/matter-facts.ts'
import type { Database } from '../store/connect.ts'
import type { Session } from '../sync/token.ts'

/** ATT-7: a file is read through a matter that it is attached to and that the device may see, never by its name alone. */
export const isAttachedInScope = async (
  db: Database,
  { center, device }: Session,
  scope: Scope,
  { caseId, blob }: { readonly caseId: string; readonly blob: string },
): Promise<boolean> => {
  if (!uuid.test(caseId)) return false
  const wanted = JSON.stringify([{ blob }])
  const { rows } = await sql`
    select from case_state where center = ${center} and id = ${caseId} and state -> 'attachments' @> ${wanted}::jsonb`.execute(
    db,
  )
  if (rows.length === 0) return false
  if (scope.kind === 'center') return true
  const matters = await db.transaction().execute((tx) => findMatters(tx, center, device, [caseId], 0))
  const matter = matters.get(caseId)
  return matter !== undefined && isOfScope(scope, matter)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
