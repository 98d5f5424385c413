import type { Applicant, ReportCategory } from '../case/applicant.ts'
import { openedCase } from '../case/case-common.ts'
import { withClockFact } from '../case/clock-log.ts'
import type { CheckContext } from '../case/case-module.ts'
import type { FieldProblem } from '../case/refusal.ts'
import { yearOf } from '../plain-date.ts'
import { blankCase } from './blank-case.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import type { HistoricalRequest } from './historical-request.ts'
import { needsConfirmation } from './receipt-date.ts'
import { regulationOn } from './regulation.ts'
import { type ActOf, type DataOf, filled, problem } from './rule.ts'

const firstDay = '2008-05-01'

/** A row that contradicts itself is no case. */
export const historicalProblems = (
  { request, name, idException }: ActOf<'disclosure.import'>,
  { today }: Pick<CheckContext, 'today'>,
): readonly FieldProblem[] => [
  ...filled('name', name),
  ...filled('idException', idException),
  ...filled('request.subject', request.subject),
  ...dateProblems(request, today),
  ...(request.repliedOn !== null && request.outcome === null ? [problem('request.outcome', 'outcome_required')] : []),
  ...(request.repliedOn === null && request.outcome !== null ? [problem('request.repliedOn', 'required')] : []),
  ...remedyProblems(request, today),
]

const dateProblems = ({ receivedOn, repliedOn }: HistoricalRequest, today: string): readonly FieldProblem[] => {
  const problems: FieldProblem[] = []
  if (receivedOn < firstDay) problems.push(problem('request.receivedOn', 'date_too_old'))
  if (receivedOn > today) problems.push(problem('request.receivedOn', 'date_in_future'))
  if (repliedOn !== null && repliedOn < receivedOn) problems.push(problem('request.repliedOn', 'date_before_receipt'))
  if (repliedOn !== null && repliedOn > today) problems.push(problem('request.repliedOn', 'date_in_future'))
  return problems
}

const remedyProblems = (request: HistoricalRequest, today: string): readonly FieldProblem[] => {
  const { reconsideration, litigation } = request
  const first = yearOf(request.receivedOn)
  const last = Number(today.slice(0, 4))
  return [
    ...(reconsideration !== null && (reconsideration.year < first || reconsideration.year > last)
      ? [problem('request.reconsideration.year', 'date_order')]
      : []),
    ...(litigation !== null && (litigation.year < first || litigation.year > last)
      ? [problem('request.litigation.year', 'date_order')]
      : []),
  ]
}

/** The case that a row tells of. An extension of unknown length is taken as the longest that the Regulation allows. */
export const historicalCase = (
  entity: string,
  caseNo: string,
  { request, name, idException }: DataOf<'disclosure.import'>,
): DisclosureCase => {
  const { receivedOn, repliedOn, outcome } = request
  const applicant = applicantOf(request.category, name, idException)
  const opened: DisclosureCase = {
    ...openedCase(entity, caseNo),
    ...blankCase,
    kind: 'disclosure',
    status: outcome === null ? 'received' : 'closed',
    applicant,
    representative: null,
    arrivedOn: receivedOn,
    clockStart: receivedOn,
    clockStop: repliedOn,
    closedOn: repliedOn,
    intake: intakeOf(request, applicant),
    ending: outcome === null ? null : { outcome, reason: null },
    reconsiderations:
      request.reconsideration === null ? [] : [{ ...request.reconsideration, body: null, decisionNo: null }],
    litigations: request.litigation === null ? [] : [{ ...request.litigation, body: null, decisionNo: null }],
    history: request,
  }
  if (!request.extended) return opened
  return withClockFact(opened, { kind: 'extension', days: regulationOn(receivedOn).replyDays, on: receivedOn })
}

const applicantOf = (category: ReportCategory, name: string, idException: string): Applicant => ({
  kind: category === 'natural' ? 'person' : category === 'business' ? 'enterprise' : 'organization',
  reportCategory: category,
  name,
  idType: 'other',
  idNumber: null,
  idException,
  phone: null,
  address: null,
  postcode: null,
  contactName: null,
  contactIdNumber: null,
})

/** The row does not say how the information was to be given, perhaps not even the channel; who shows the case must look at `history`. */
const intakeOf = (request: HistoricalRequest, applicant: Applicant): DisclosureCase['intake'] => ({
  channel: request.channel ?? 'registered_post',
  arrivedOn: request.receivedOn,
  confirmedOn: request.channel !== null && needsConfirmation(request.channel) ? request.receivedOn : null,
  applicant,
  representative: null,
  organ: request.organ,
  subject: request.subject,
  documentNo: null,
  supplyForm: 'paper',
  supplyWay: 'pickup',
  supplyAddress: null,
  assistance: false,
  remark: null,
})
