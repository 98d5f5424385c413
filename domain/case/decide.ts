import { type LetterKind, letterSeries, lettersToApplicant } from '../letters/letter-kind.ts'
import { type Result, err, ok } from '../result.ts'
import { fixedTermsOf } from '../settings/fixed-terms.ts'
import { isAnonymous } from './applicant.ts'
import { type CaseAct, isOpening } from './case-act.ts'
import type { CheckContext } from './case-module.ts'
import type { CaseOperation } from './case-operation.ts'
import type { CaseState } from './case-state.ts'
import { guardCommon, validateCommon } from './common-module.ts'
import { isCommonKind } from './common-workflow.ts'
import type { CommonAct } from './common-act.ts'
import { isOfOtherVillage, villageOf } from './performer.ts'
import { fold } from './fold.ts'
import { printsOf } from './letters.ts'
import { kindOfAct, moduleOf } from './modules.ts'
import { type FieldProblem, type Refusal, refusal } from './refusal.ts'
import type { Role } from './role.ts'
import { findTransitions, mayPerform, takenTransition } from './workflow.ts'

/** What a decision needs beside state and act. Nothing here reads a clock or makes a number by itself. */
export interface DecideContext extends CheckContext {
  readonly role: Role
  /** Village that he looks after, where he is an agent; absent = not told. */
  readonly village?: string
  /** Called once, and only for an act that opens a case and is not refused. */
  readonly nextCaseNo: () => string
  /** Called once, and only for an act that owes a numbered letter and is not refused. */
  readonly nextLetterNo: (letter: LetterKind) => string
}

/**
 * The one way from what a person wants to what is recorded. Checks, in this order: role, workflow, fields, law. Changes nothing; a refusal
 * says which rule (article) and which fields.
 */
export const decide = (
  state: CaseState | null,
  act: CaseAct,
  context: DecideContext,
): Result<CaseOperation, Refusal> => {
  if (!mayPerform(context.role, act.kind)) return err(refusal('role_not_permitted', { params: { role: context.role } }))
  const lines = findTransitions(state, act.kind)
  if (lines.length === 0) return err(explained(state, act) ?? notPermitted(state, act))
  if (!lines.some(({ roles }) => roles.includes(context.role)))
    return err(refusal('role_not_permitted', { params: { role: context.role } }))
  if (isOfOtherVillage(context, villageOf(state, act))) return err(refusal('agent_other_village'))
  const fields = problemsOf(state, act, context)
  if (fields.length > 0) return err(refusal('invalid_fields', { fields }))
  const refused = guardOf(state, act, context)
  return refused === null ? ok(record(state, act, context)) : err(refused)
}

const problemsOf = (state: CaseState | null, act: CaseAct, context: CheckContext): readonly FieldProblem[] =>
  isCommon(act) ? validateCommon(act, context) : moduleFor(act).validate(state, act, context)

/** What the law says against an act, whoever does it. */
export const guardOf = (state: CaseState | null, act: CaseAct, context: CheckContext): Refusal | null => {
  if (isCommon(act)) return state === null ? refusal('case_unknown') : guardCommon(state, act, context)
  return moduleFor(act).guard(state, act, context)
}

const record = (state: CaseState | null, act: CaseAct, context: DecideContext): CaseOperation => {
  const { kind, ...said } = act
  const data = { ...said, on: context.today }
  // `Recorded` is the act with these additions; the compiler cannot follow the spread through the union.
  const recorded = (more: object): CaseOperation => ({ kind, data: { ...data, ...more } }) as unknown as CaseOperation
  if (act.kind === 'letter.print' && state !== null)
    return recorded({ printNo: printsOf(state, act.letter, act.document) + 1 })
  const terms = fixedTermsOf(act, context.today, context.settings ?? [])
  const opening = {
    ...(isOpening(act) ? { caseNo: context.nextCaseNo() } : {}),
    ...(terms === null ? {} : { terms }),
  }
  const letter = owedLetter(state, recorded(opening))
  return recorded({ ...opening, ...(letter === null ? {} : { letterNo: context.nextLetterNo(letter) }) })
}

/** The numbered letter that an operation owes; null = none, or one without a number. */
const owedLetter = (state: CaseState | null, operation: CaseOperation): LetterKind | null => {
  if (operation.kind === 'letter.reissue')
    return state?.documents.find(({ n }) => n === operation.data.document)?.letter ?? null
  if (!findTransitions(state, operation.kind).some(({ letter }) => letter !== null && letterSeries[letter] !== null))
    return null
  const after = fold(state, 'to be decided', operation)
  const letter = takenTransition(state, after, operation.kind)?.letter ?? null
  if (letter === null || letterSeries[letter] === null) return null
  return isAnonymous(after.applicant) && lettersToApplicant.includes(letter) ? null : letter
}

const isCommon = (act: CaseAct): act is CommonAct => isCommonKind(act.kind)

const moduleFor = (act: CaseAct) => {
  const kind = kindOfAct(act.kind)
  if (kind === null) throw new Error(`no kind of case knows ${act.kind}`)
  return moduleOf(kind)
}

/** What the kind of the case has to say of an act that it does not know here. */
const explained = (state: CaseState | null, act: CaseAct): Refusal | null =>
  state === null || isCommon(act) || kindOfAct(act.kind) !== state.kind
    ? null
    : (moduleFor(act).explain?.(state, act) ?? null)

const notPermitted = (state: CaseState | null, act: CaseAct): Refusal => {
  if (state === null) return refusal('case_unknown')
  return isOpening(act) ? refusal('case_exists') : refusal('not_allowed_in_state', { params: { status: state.status } })
}
