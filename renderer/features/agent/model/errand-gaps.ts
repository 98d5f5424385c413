import type { FieldProblem } from '../../../../domain/case/refusal.ts'
import { inPersonArticle } from '../../../../domain/record/mandate/in-person.ts'
import type { Article } from '../../../../domain/law/article.ts'
import type { AgencyStep } from '../../../intake/model/agency-fields.ts'
import type { IntakeForm } from '../../../intake/model/form-model.ts'
import { fieldOnScreen } from '../../../intake/model/problem-fields.ts'

/** Steps in which something is filled in. */
export const workSteps = ['item', 'resident', 'mandate', 'papers', 'check'] as const satisfies readonly AgencyStep[]
export type WorkStep = (typeof workSteps)[number]

/** What a step still wants: the field it is at, by its place on the screen. */
export interface Gap {
  readonly step: WorkStep
  readonly field: string
}

/** The article that keeps an agent from the matter that was chosen (AGY-21); null = none that is known. */
export const personalMatter = ({ matter }: IntakeForm): Article | null =>
  matter?.kind === 'service' ? inPersonArticle(matter.item.name) : null

/** All that keeps the errand from being handed in, in the order of the steps (AGY-22). `problems` are the domain's own. */
export const errandGaps = (form: IntakeForm, problems: readonly FieldProblem[]): readonly Gap[] => [
  ...(form.matter === null || personalMatter(form) !== null ? [{ step: 'item', field: 'item' } as const] : []),
  ...problems.map(({ field }) => fieldOnScreen(field)).map((field): Gap => ({ step: stepOf(field), field })),
  ...mandateGaps(form),
  ...unansweredLines(form).map((at): Gap => ({ step: 'papers', field: `materials.${at}` })),
]

const stepOf = (field: string): WorkStep => {
  if (field.startsWith('applicant.')) return 'resident'
  if (field.startsWith('representative.')) return 'mandate'
  return field.startsWith('materials.') ? 'papers' : field === 'matter' ? 'item' : 'check'
}

const mandateGaps = ({ agency, applicant, representative }: IntakeForm): readonly Gap[] => {
  if (agency === null) return []
  const until = representative.validUntil.trim() === ''
  const wanting: readonly (readonly [boolean, string])[] = [
    [until, 'representative.validUntil'],
    [!agency.deeds.includes('submit'), 'deeds'],
    [agency.principalId === null && applicant.idException.trim() === '', 'principalId'],
    [agency.agentId === null && representative.idException.trim() === '', 'agentId'],
    [agency.signature === null, 'signature'],
  ]
  return wanting.flatMap(([isWanting, field]): readonly Gap[] => (isWanting ? [{ step: 'mandate', field }] : []))
}

/** Lines of the checklist that nobody has said anything of: neither taken nor not there. */
export const unansweredLines = ({ materials, agency }: IntakeForm): readonly number[] =>
  materials.flatMap((line, at) => (line.received > 0 || agency?.notThere.includes(at) === true ? [] : [at]))

/** The first step in which something is wanting; `check` = nothing is. */
export const firstOpenStep = (gaps: readonly Gap[]): WorkStep =>
  workSteps.find((step) => gaps.some((gap) => gap.step === step)) ?? 'check'
