import { StaffSchema } from '../../contract/reference.ts'
import { type Scope, isStaffOfScope } from '../../domain/scope/scope.ts'
import type { Tx } from '../store/connect.ts'

/** Commit number from which each member of staff is known on devices of the scope; who left it stays known, so that his account can be closed. */
export const staffSince = async (
  tx: Tx,
  center: string,
  scope: Scope,
  entities: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const staff = entities.filter((entity) => entity.startsWith('staff:'))
  if (staff.length === 0) return new Map()
  const rows = await tx
    .selectFrom('op_log')
    .select(['entity', 'cseq', 'canon'])
    .where('center', '=', center)
    .where('entity', 'in', staff)
    .orderBy('cseq')
    .execute()
  const since = new Map<string, number>()
  for (const { entity, cseq, canon } of rows) {
    if (entity === null || since.has(entity)) continue
    const read: { readonly data?: unknown } = JSON.parse(canon)
    const person = StaffSchema.safeParse(read.data)
    if (!person.success) continue
    const { role, village } = person.data
    if (isStaffOfScope(scope, { role, village: village ?? null })) since.set(entity, cseq)
  }
  return since
}
