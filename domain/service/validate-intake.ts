import type { FieldProblem } from '../case/refusal.ts'
import { type ValidateContext, validateApplicant, validateRepresentative } from '../case/validate-parties.ts'
import type { PlainDate } from '../plain-date.ts'
import { piecesOf } from './materials.ts'
import type { MaterialLine, ServiceIntake } from './service-intake.ts'

/** All that keeps an intake from being recorded, in the order of the screen. Empty = sound. */
export const validateServiceIntake = (intake: ServiceIntake, context: ValidateContext): readonly FieldProblem[] => [
  ...validateApplicant(intake.applicant, context),
  ...(intake.representative === null
    ? []
    : validateRepresentative(intake.representative, context, { on: intake.arrivedOn, applicant: intake.applicant })),
  ...(intake.pickup === 'post' && (intake.applicant.address ?? '').trim() === ''
    ? [{ field: `${context.path}.applicant.address`, code: 'required' } as const]
    : []),
  ...validateMaterials(intake.materials, `${context.path}.materials`, context.today),
  ...(intake.arrivedOn !== undefined && intake.arrivedOn > context.today
    ? [{ field: `${context.path}.arrivedOn`, code: 'date_in_future' } as const]
    : []),
]

/** Checklist lines that contradict themselves; a plain gap is no problem here, it decides which act is possible. */
export const validateMaterials = (
  materials: readonly MaterialLine[],
  path: string,
  today: PlainDate,
): readonly FieldProblem[] => materials.flatMap((line, index) => lineProblems(line, `${path}.${index}`, today))

const lineProblems = (line: MaterialLine, at: string, today: PlainDate): readonly FieldProblem[] => {
  const { originals, copies } = piecesOf(line)
  const counted = [line.received, originals.expected, originals.received, copies.received].every(
    (count) => Number.isInteger(count) && count >= 0,
  )
  if (!counted) return [{ field: `${at}.received`, code: 'count_invalid' }]
  switch (line.state) {
    case 'collected':
      return isShort(line) ? [{ field: `${at}.received`, code: 'count_invalid' }] : []
    case 'missing':
      return []
    case 'tolerated':
      return toleratedProblems(line, at, today)
  }
}

/** Too few originals, or too few copies: one does not stand for the other. */
const isShort = (line: MaterialLine): boolean => {
  const { originals, copies } = piecesOf(line)
  return originals.received < originals.expected || copies.received < copies.expected
}

/** 容缺: only where the guide allows it, and against a date. */
const toleratedProblems = (line: MaterialLine, at: string, today: PlainDate): readonly FieldProblem[] => {
  if (!line.tolerable) return [{ field: `${at}.state`, code: 'not_tolerable' }]
  if (line.promisedOn === null) return [{ field: `${at}.promisedOn`, code: 'promise_date_required' }]
  return line.promisedOn < today ? [{ field: `${at}.promisedOn`, code: 'promise_date_past' }] : []
}
