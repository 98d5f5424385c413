import { CaseOperationSchema, OperationSchema } from '../../../contract/operation.ts'
import type { TimelineEntry } from '../../../contract/queries/cases.ts'
import type { LoggedOperation } from '../../../db/log/reader.ts'
import { hidesApplicant } from '../../../domain/case/hides-applicant.ts'
import type { StoreReader } from '../../../db/store.ts'
import { maskOperation } from './mask-case.ts'

/** Everything that happened to a case, oldest first: applied or not, from here or elsewhere. */
export const timelineOf = (read: StoreReader, caseId: string): readonly TimelineEntry[] => {
  const names = new Map(read.reference.staff().map(({ id, name }) => [id, name]))
  const state = read.cases.find(caseId)?.state
  const hidden = state !== undefined && hidesApplicant(state)
  return read.log.ofEntity(caseId).flatMap((logged) => entryOf(logged, names, hidden))
}

const entryOf = (
  logged: LoggedOperation,
  names: ReadonlyMap<string, string>,
  hidden: boolean,
): readonly TimelineEntry[] => {
  const operation = OperationSchema.safeParse(JSON.parse(logged.canon))
  // What is no envelope cannot be shown as an entry; `verify` and the sync page name it.
  if (!operation.success) return []
  const { op, kind, wall, actor, deviceNo, data } = operation.data
  const { committedAt, verdict } = logged
  const actorName = names.get(actor) ?? null
  return [{ op, kind, at: wall, actor, actorName, deviceNo, committedAt, verdict, data: shownData(kind, data, hidden) }]
}

/** Facts with the people masked. Of an operation that this version does not know nobody can say where the people are: none. */
const shownData = (kind: string, data: unknown, hidden: boolean): Record<string, unknown> => {
  const operation = CaseOperationSchema.safeParse({ kind, data })
  return operation.success ? { ...maskOperation(operation.data, hidden).data } : {}
}
