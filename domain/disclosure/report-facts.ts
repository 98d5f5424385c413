import { extensionOf } from '../case/clock-log.ts'
import type { ReportCategory } from '../case/applicant.ts'
import type { DisclosureFacts } from '../report/disclosure-facts.ts'
import type { DisclosureCase } from './disclosure-state.ts'

/**
 * What the reports count of a case; null = it is in no report: never confirmed, or no request at all. Of a reply made anew, whose request
 * was counted when it came, they count what was sought against it. The reply counts on the day it was handed over or posted.
 */
export const disclosureFacts = (state: DisclosureCase): DisclosureFacts | null => {
  if (state.clockStart === null) return null
  const { fee } = state
  const facts = {
    receivedOn: state.clockStart,
    category: categoryOf(state),
    channel: state.history === null ? state.intake.channel : state.history.channel,
    extended: extensionOf(state) !== null,
    detail: state.draft?.detail ?? state.history?.detail ?? null,
    redo: state.redo !== null,
    reconsiderations: state.reconsiderations.map(({ result, year }) => ({ result, year })),
    litigations: state.litigations.map(({ route, result, year }) => ({ route, result, year })),
    processingFee: fee === null || fee.paid === null ? null : { fen: fee.fen, paidOn: fee.paid.on },
  }
  const repliedOn = state.clockStop ?? state.closedOn
  const outcome = state.ending?.outcome ?? (state.status === 'delivered' ? (state.draft?.outcome ?? null) : null)
  return repliedOn === null || outcome === null
    ? { ...facts, repliedOn: null, outcome: null }
    : { ...facts, repliedOn, outcome }
}

/** Asked at registration (DIS-3). */
const categoryOf = ({ applicant }: DisclosureCase): ReportCategory =>
  applicant.reportCategory ?? (applicant.kind === 'person' ? 'natural' : 'other')
