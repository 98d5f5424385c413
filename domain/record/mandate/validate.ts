import type { FieldProblem } from '../../case/refusal.ts'
import { validateApplicant, validateRepresentative } from '../../case/validate-parties.ts'
import type { PlainDate } from '../../plain-date.ts'
import type { MandateAct } from './mandate-act.ts'
import type { MandateContent, MandateRecord } from './mandate-record.ts'

/** Longest list of items on one paper. */
const maxCasesEver = 1000

/** Fields of an act on a mandate that cannot be as they are. */
export const validateMandate = (
  state: MandateRecord | null,
  act: MandateAct,
  today: PlainDate,
): readonly FieldProblem[] => {
  switch (act.kind) {
    case 'mandate.draft':
      return contentProblems(act.content, today)
    case 'mandate.sign':
      return signProblems(state, act, today)
    case 'mandate.delegate':
      return [
        ...validateRepresentative(act.representative, { today, path: 'sub' }),
        ...(act.emergency !== null ? required('emergency', act.emergency) : []),
      ]
    case 'mandate.use':
      return [...required('caseId', act.caseId), ...required('matter.name', act.matter.name)]
    case 'mandate.revoke':
    case 'mandate.complete':
      return required('reason', act.reason)
    case 'mandate.activate':
    case 'mandate.expire':
      return []
  }
}

const required = (field: string, text: string): readonly FieldProblem[] =>
  text.trim() === '' ? [{ field, code: 'required' }] : []

const contentProblems = (content: MandateContent, today: PlainDate): readonly FieldProblem[] => {
  const { applicant, representative, scope, deeds, validFrom, maxCases } = content
  const until = representative.validUntil
  const items = scope.kind === 'items' ? scope.items : []
  return [
    ...validateApplicant(applicant, { today, path: 'content' }),
    ...validateRepresentative(representative, { today, path: 'content' }),
    ...(until === null ? [problem('content.representative.validUntil', 'required')] : []),
    ...(until !== null && until < validFrom ? [problem('content.representative.validUntil', 'date_invalid')] : []),
    ...(scope.kind === 'open' ? required('content.scope.description', scope.description) : []),
    ...(scope.kind === 'items' && items.length === 0 ? [problem('content.scope.items', 'required')] : []),
    ...items.flatMap(({ name }, at) => required(`content.scope.items.${at}.name`, name)),
    ...(deeds.length === 0 ? [problem('content.deeds', 'required')] : []),
    ...(maxCases !== null && !(Number.isInteger(maxCases) && maxCases >= 1 && maxCases <= maxCasesEver)
      ? [problem('content.maxCases', 'number_invalid')]
      : []),
    // Nobody gives leave to himself.
    ...(applicant.idNumber !== null && applicant.idNumber === representative.idNumber
      ? [problem('content.representative.idNumber', 'not_applicable')]
      : []),
  ]
}

const signProblems = (
  state: MandateRecord | null,
  { signedOn, idScans }: Extract<MandateAct, { kind: 'mandate.sign' }>,
  today: PlainDate,
): readonly FieldProblem[] => [
  ...(signedOn > today ? [problem('signedOn', 'date_in_future')] : []),
  ...(state !== null && signedOn < state.draftedOn ? [problem('signedOn', 'date_too_old')] : []),
  ...(idScans.principal === null && isBlank(state?.content.applicant.idException)
    ? [problem('idScans.principal', 'required')]
    : []),
  ...(idScans.agent === null && isBlank(state?.content.representative.idException)
    ? [problem('idScans.agent', 'required')]
    : []),
]

const problem = (field: string, code: FieldProblem['code']): FieldProblem => ({ field, code })

const isBlank = (text: string | null | undefined): boolean => (text ?? '').trim() === ''
