import { checkIdNumber } from '../identity/check-id-number.ts'
import { isPhone, isPostcode } from '../identity/phone.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Applicant, IdType, Representative } from './applicant.ts'
import { termProblem } from './mandate-term.ts'
import type { FieldProblem, FieldProblemCode } from './refusal.ts'

export interface ValidateContext {
  readonly today: PlainDate
  /** Path of the validated object inside the act, e.g. `intake`. */
  readonly path: string
}

const problem = (path: string, field: string, code: FieldProblemCode): FieldProblem => ({
  field: `${path}.${field}`,
  code,
})

const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/** Identity documents whose number has a published rule; the others are taken as written. */
const checkedTypes: ReadonlySet<IdType> = new Set(['resident_id', 'hmt_residence', 'foreign_residence', 'uscc'])

/**
 * The number must be there and right, or the clerk says why not (ID-9): a wrong check digit, a lost card or a foreign paper never
 * keeps a person from the window, it is recorded.
 */
const idProblems = (
  path: string,
  id: Pick<Applicant, 'idType' | 'idNumber' | 'idException'>,
  today: PlainDate,
): readonly FieldProblem[] => {
  if (!isBlank(id.idException)) return []
  if (id.idNumber === null || isBlank(id.idNumber)) return [problem(path, 'idNumber', 'required')]
  if (!checkedTypes.has(id.idType)) return []
  const check = checkIdNumber(id.idNumber, { today })
  return check.valid && check.kind === id.idType ? [] : [problem(path, 'idNumber', 'id_invalid_without_reason')]
}

/** Foreigners give numbers of their own countries: `+` and 6 to 15 digits (ITU-T E.164). */
const isForeignPhone = (phone: string): boolean => /^\+\d(?:[ -]?\d){5,14}$/.test(phone.trim())

export const isReachablePhone = (phone: string | null): boolean =>
  phone === null || isPhone(phone) || isForeignPhone(phone)

const phoneProblems = (path: string, phone: string | null): readonly FieldProblem[] =>
  isReachablePhone(phone) ? [] : [problem(path, 'phone', 'phone_invalid')]

/** Applicant of either kind of case. A way to reach him is required (条例 art. 29(2)(1) 联系方式): phone or address. */
export const validateApplicant = (applicant: Applicant, { today, path }: ValidateContext): readonly FieldProblem[] => {
  const at = `${path}.applicant`
  const problems: FieldProblem[] = []
  if (isBlank(applicant.name)) problems.push(problem(at, 'name', 'required'))
  problems.push(...idProblems(at, applicant, today))
  if (isBlank(applicant.phone) && isBlank(applicant.address)) problems.push(problem(at, 'phone', 'required'))
  problems.push(...phoneProblems(at, applicant.phone))
  if (applicant.postcode !== null && !isPostcode(applicant.postcode))
    problems.push(problem(at, 'postcode', 'postcode_invalid'))
  if (applicant.kind !== 'person' && isBlank(applicant.contactName))
    problems.push(problem(at, 'contactName', 'required'))
  return problems
}

/**
 * Somebody who asks or complains under his name. Nobody asks him for a card; a number that he gives must be right all the same.
 * `reachable` = something is owed to him in writing, or he must be asked later.
 */
export const validateContactParty = (
  applicant: Applicant,
  { today, path }: ValidateContext,
  reachable: boolean,
): readonly FieldProblem[] => {
  const at = `${path}.applicant`
  const unreachable = reachable && isBlank(applicant.phone) && isBlank(applicant.address)
  return [
    ...(isBlank(applicant.name) ? [problem(at, 'name', 'required')] : []),
    ...(isBlank(applicant.idNumber) ? [] : idProblems(at, applicant, today)),
    ...(unreachable ? [problem(at, 'phone', 'required')] : []),
    ...phoneProblems(at, applicant.phone),
    ...(applicant.postcode === null || isPostcode(applicant.postcode)
      ? []
      : [problem(at, 'postcode', 'postcode_invalid')]),
  ]
}

/**
 * 民法典 art. 165: a mandate names the agent, the matter and authority, and its term; one that had expired when he acted carries nothing.
 *
 * @param actedFor.on the day he handed it in, which may be before it is entered (AGY-11)
 * @param actedFor.applicant whom he acts for, where that is asked
 */
export const validateRepresentative = (
  representative: Representative,
  { today, path }: ValidateContext,
  { on = today, applicant }: { readonly on?: PlainDate | undefined; readonly applicant?: Numbered } = {},
): readonly FieldProblem[] => {
  const at = `${path}.representative`
  const problems: FieldProblem[] = []
  if (isBlank(representative.name)) problems.push(problem(at, 'name', 'required'))
  const ofNumber = idProblems(at, representative, today)
  problems.push(...ofNumber)
  if (ofNumber.length === 0 && applicant !== undefined && isHimself(representative, applicant, today))
    problems.push(problem(at, 'idNumber', 'agent_is_applicant'))
  problems.push(...phoneProblems(at, representative.phone))
  if (isBlank(representative.authority)) problems.push(problem(at, 'authority', 'required'))
  if (representative.authorityKind === 'special' && isBlank(representative.matters ?? null))
    problems.push(problem(at, 'matters', 'required'))
  const term = termProblem(representative, on)
  if (term !== null) problems.push(problem(at, term.field, term.code))
  return problems
}

type Numbered = Pick<Applicant, 'idType' | 'idNumber'>

/** One document on both sides. Two people may have been given one number: then the reason says so, and it is recorded (AGY-17). */
const isHimself = (agent: Representative, applicant: Numbered, today: PlainDate): boolean =>
  isBlank(agent.idException) &&
  !isBlank(applicant.idNumber) &&
  agent.idType === applicant.idType &&
  wholeNumber(agent, today) === wholeNumber(applicant, today)

const wholeNumber = ({ idNumber }: Numbered, today: PlainDate): string =>
  checkIdNumber(idNumber ?? '', { today }).normalized
