import type { CheckContext } from '../case/case-module.ts'
import { openedCase } from '../case/case-common.ts'
import { type FieldProblem, type Refusal, refusal } from '../case/refusal.ts'
import type { Recorded } from '../workflow/recorded.ts'
import type { Decided } from '../case/case-module.ts'
import { blankCase } from './blank-case.ts'
import type { DisclosureAct, DisclosureOpening } from './disclosure-act.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { historicalCase, historicalProblems } from './historical-case.ts'
import { receiptDate } from './receipt-date.ts'
import { problem } from './rule.ts'
import { validateDisclosureIntake } from './validate-intake.ts'

const openings: ReadonlySet<string> = new Set<DisclosureOpening['kind']>([
  'disclosure.register',
  'disclosure.redo',
  'disclosure.import',
])

export const isDisclosureOpening = (act: DisclosureAct): act is DisclosureOpening => openings.has(act.kind)

export const openingFields = (act: DisclosureOpening, context: CheckContext): readonly FieldProblem[] => {
  const { today } = context
  switch (act.kind) {
    case 'disclosure.register':
      return validateDisclosureIntake(act.intake, { today, path: 'intake' })
    case 'disclosure.redo':
      return [
        ...validateDisclosureIntake(act.intake, { today, path: 'intake' }),
        ...(act.order.receivedOn > today ? [problem('order.receivedOn', 'date_in_future')] : []),
        ...(act.order.receivedOn < act.intake.arrivedOn ? [problem('order.receivedOn', 'date_before_arrival')] : []),
        ...(act.order.days !== null && act.order.days < 1 ? [problem('order.days', 'number_invalid')] : []),
      ]
    case 'disclosure.import':
      return historicalProblems(act, context)
  }
}

/** Facts that contradict themselves would be in no report: whoever made them, they are refused. */
export const openingLaw = (act: DisclosureOpening, context: CheckContext): Refusal | null => {
  if (act.kind !== 'disclosure.import') return null
  const fields = historicalProblems(act, context)
  return fields.length === 0 ? null : refusal('invalid_fields', { fields })
}

export const openDisclosure = (
  entity: string,
  { kind, data }: Recorded<DisclosureOpening, Decided>,
): DisclosureCase => {
  const { caseNo } = data
  if (caseNo === undefined) throw new Error(`case ${entity} has no number`)
  switch (kind) {
    case 'disclosure.register': {
      const received = receiptDate(data.intake)
      return {
        ...withIntake(entity, caseNo, data),
        status: received === null ? 'awaiting_confirm' : 'received',
        clockStart: received,
      }
    }
    case 'disclosure.redo':
      return {
        ...withIntake(entity, caseNo, data),
        status: 'received',
        clockStart: data.order.receivedOn,
        redo: data.order,
        links: [{ kind: 'redo_of', caseId: data.order.caseId }],
      }
    case 'disclosure.import':
      return historicalCase(entity, caseNo, data)
  }
}

const withIntake = (
  entity: string,
  caseNo: string,
  { intake, terms }: Pick<DisclosureCase, 'intake'> & Decided,
): Omit<DisclosureCase, 'status'> => ({
  ...openedCase(entity, caseNo),
  ...blankCase,
  ...(terms?.disclosure === undefined ? {} : { terms: { ...blankCase.terms, ...terms.disclosure } }),
  kind: 'disclosure',
  applicant: intake.applicant,
  representative: intake.representative,
  arrivedOn: intake.arrivedOn,
  intake,
})
