import type { User } from '../../../../contract/queries/desk.ts'
import type { HandoverAct } from '../../../../domain/record/handover/handover-act.ts'
import { stationOf } from '../../../../domain/record/handover/dues.ts'
import { type HandoverRecord, type Station, stations } from '../../../../domain/record/handover/handover-record.ts'
import { expectedPapers } from '../../../../domain/record/handover/validate.ts'

/** What is filled in when a list goes on: both names, the time, and every line as it was counted. */
export interface PassForm {
  readonly to: Station
  readonly giver: string
  readonly taker: string
  readonly at: string
  readonly counted: readonly number[]
  readonly remark: string
}

/** Where a list can go on to from where it lies, the next first; none = it is where it belongs. */
export const nextStations = (list: HandoverRecord): readonly Station[] => {
  if (list.ended !== null) return []
  const at = stations.indexOf(stationOf(list))
  return list.direction === 'in' ? stations.slice(at + 1) : stations.slice(0, at).reverse()
}

/** An agent gives, anybody else takes. Every line as it was last counted; the time is the clock's, and may be put right. */
export const startPass = (list: HandoverRecord, user: Pick<User, 'name' | 'role'>, at: string): PassForm => ({
  to: nextStations(list)[0] ?? 'window',
  giver: user.role === 'agent' ? user.name : '',
  taker: user.role === 'agent' ? '' : user.name,
  at,
  counted: expectedPapers(list),
  remark: '',
})

/** A line is not what it was: somebody must say why before both sign (AGY-25). */
export const isDifferent = (list: HandoverRecord, { counted }: PassForm): boolean =>
  expectedPapers(list).some((papers, at) => papers !== counted[at])

export const passAct = (list: HandoverRecord, form: PassForm): HandoverAct => ({
  kind: 'handover.pass',
  to: form.to,
  giver: form.giver.trim(),
  taker: form.taker.trim(),
  at: form.at.trim(),
  counted: list.lines.map(({ n }, at) => ({ line: n, papers: form.counted[at] ?? 0 })),
  remark: form.remark.trim() === '' ? null : form.remark.trim(),
})
