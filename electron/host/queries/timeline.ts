import { CaseOperationSchema, OperationSchema } from '../../../contract/operation.ts'
import type { TimelineEntry } from '../../../contract/queries/cases.ts'
import type { LoggedOperation } from '../../../db/log/reader.ts'
import type { Role } from '../../../domain/case/role.ts'
import { visibleRating } from '../../../domain/rating/rating.ts'
import { hidesApplicant } from '../../../domain/case/hides-applicant.ts'
import type { StoreReader } from '../../../db/store.ts'
import { maskOperation } from './mask-case.ts'

/** Everything that happened to a case, oldest first: applied or not, from here or elsewhere. */
export const timelineOf = (read: StoreReader, caseId: string, role: Role): readonly TimelineEntry[] => {
  const names = new Map(read.reference.staff().map(({ id, name }) => [id, name]))
  const state = read.cases.find(caseId)?.state
  const hidden = state !== undefined && hidesApplicant(state)
  return read.log.ofEntity(caseId).flatMap((logged) => entryOf(logged, names, { hidden, role }))
}

interface Viewer {
  /** The applicant is kept confidential. */
  readonly hidden: boolean
  readonly role: Role
}

const entryOf = (
  logged: LoggedOperation,
  names: ReadonlyMap<string, string>,
  viewer: Viewer,
): readonly TimelineEntry[] => {
  const operation = OperationSchema.safeParse(JSON.parse(logged.canon))
  // What is no envelope cannot be shown as an entry; `verify` and the sync page name it.
  if (!operation.success) return []
  const { op, kind, wall, actor, deviceNo, data } = operation.data
  const { committedAt, verdict } = logged
  const actorName = names.get(actor) ?? null
  return [{ op, kind, at: wall, actor, actorName, deviceNo, committedAt, verdict, data: shownData(kind, data, viewer) }]
}

/** Facts with the people masked. Of an operation that this version does not know nobody can say where the people are: none. */
const shownData = (kind: string, data: unknown, { hidden, role }: Viewer): Record<string, unknown> => {
  const operation = CaseOperationSchema.safeParse({ kind, data })
  if (!operation.success) return {}
  const masked = maskOperation(operation.data, hidden)
  return masked.kind === 'rating.give' ? { ...visibleRating(role, masked.data) } : { ...masked.data }
}
