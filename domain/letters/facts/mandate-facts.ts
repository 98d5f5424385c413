import { date, flag, maybe, text } from '../fact-types.ts'

/** By what mandate somebody acts for the applicant; none of it = he acts himself. */
export const mandateFacts = {
  authority: maybe(text('委托权限')),
  mandateFrom: maybe(date('委托期限起')),
  mandateUntil: maybe(date('委托期限止')),
  mandateSeen: flag('委托书原件已核'),
} as const
