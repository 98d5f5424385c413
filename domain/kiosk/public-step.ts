import type { CaseState } from '../case/case-state.ts'
import { moduleOf } from '../case/modules.ts'

/** What the public terminal says of a matter: how far it is, and nothing of what it is about or whose it is. */
export const publicSteps = [
  'received', // 已收件
  'to_supplement', // 待补正
  'in_hand', // 办理中
  'waiting', // 特别程序、征求意见等，等待中
  'decided', // 已作出决定
  'ended', // 已办结
] as const
export type PublicStep = (typeof publicSteps)[number]

/** Somebody waits for the applicant. */
const supplementWaits: ReadonlySet<string> = new Set([
  'prereview_wait',
  'correction_wait',
  'awaiting_confirm',
  'reason_wait',
  'fee_wait',
])

export const publicStepOf = (state: CaseState): PublicStep => {
  if (state.closedOn !== null) return 'ended'
  if (state.clockStop !== null) return 'decided'
  if (supplementWaits.has(state.status)) return 'to_supplement'
  if (state.clockStart === null) return 'received'
  return moduleOf(state.kind).workflow.waiting.includes(state.status) ? 'waiting' : 'in_hand'
}
