import { sql } from 'kysely'
import type { StaffTerm } from '../../domain/staff/staff-term.ts'
import type { Tx } from './connect.ts'

/**
 * What the register of the center has said of these people, oldest first; absent = no such person. From the history and not from the newest
 * row: whoever changed his seat while a desk was offline is judged by the one he had when he acted (SYN-88).
 */
export const findStaff = async (
  tx: Tx,
  center: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StaffTerm[]>> => {
  const entities = ids.map((id) => `staff:${id}`)
  if (entities.length === 0) return new Map()
  const { rows } = await sql<StaffTerm & { entity: string }>`
    select entity, (envelope ->> 'wall')::bigint as "from", envelope -> 'data' ->> 'role' as role,
      envelope -> 'data' ->> 'village' as village, (envelope -> 'data' ->> 'active')::boolean as active
    from (
      select entity, cseq, canon::json as envelope from op_log
      where center = ${center} and entity = any(${entities}::text[]) and kind = 'staff.set'
        and verdict in ('applied', 'merged')
    ) said order by cseq`.execute(tx)
  const terms = new Map<string, StaffTerm[]>()
  for (const { entity, ...term } of rows) {
    const id = entity.slice('staff:'.length)
    const known = terms.get(id)
    if (known === undefined) terms.set(id, [term])
    else known.push(term)
  }
  return terms
}
