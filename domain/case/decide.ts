import { needsConfirmation } from '../disclosure/receipt-date.ts'
import { validateDisclosureIntake } from '../disclosure/validate-intake.ts'
import type { PlainDate } from '../plain-date.ts'
import { type Result, err, ok } from '../result.ts'
import { gapsOf, sameChecklist } from '../service/materials.ts'
import type { MaterialLine, ServiceIntake } from '../service/service-intake.ts'
import { validateMaterials, validateServiceIntake } from '../service/validate-intake.ts'
import type { CaseAct } from './case-act.ts'
import type { CaseOperation } from './case-operation.ts'
import type { CaseState } from './case-state.ts'
import { lettersOf, printsOf } from './letters.ts'
import { type FieldProblem, type Refusal, refusal } from './refusal.ts'
import type { Role } from './role.ts'
import { findTransition, mayPerform } from './workflow.ts'

/** What a decision needs beside state and act. Nothing here reads a clock or makes a number by itself. */
export interface DecideContext {
  /** Legal date in Asia/Shanghai. */
  readonly today: PlainDate
  readonly role: Role
  /** Called once, and only for an act that opens a case and is not refused. */
  readonly nextCaseNo: () => string
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
  const status = state?.status ?? 'none'
  if (findTransition(status, act.kind) === undefined) return err(notPermitted(state, act))
  switch (act.kind) {
    case 'service.accept':
      return afterService(
        act.intake,
        context,
        () => acceptable(act.intake.materials),
        (caseNo) => ({
          kind: act.kind,
          data: { caseNo, on: context.today, intake: act.intake },
        }),
      )
    case 'service.notice':
      return afterService(
        act.intake,
        context,
        () => noticeable(act.intake.materials, act.correctBy, context.today),
        (caseNo) => ({
          kind: act.kind,
          data: { caseNo, on: context.today, intake: act.intake, correctBy: act.correctBy },
        }),
      )
    case 'service.refuse':
      return afterService(
        act.intake,
        context,
        () => explained(act.explanation),
        (caseNo) => ({
          kind: act.kind,
          data: { caseNo, on: context.today, intake: act.intake, ground: act.ground, explanation: act.explanation },
        }),
      )
    case 'service.supply': {
      if (state?.kind !== 'service') return err(notPermitted(state, act))
      if (!sameChecklist(state.intake.materials, act.materials)) return err(refusal('materials_changed'))
      const problems = validateMaterials(act.materials, 'materials', context.today)
      if (problems.length > 0) return err(invalid(problems))
      const refused = acceptable(act.materials)
      if (refused !== null) return err(refused)
      return ok({ kind: act.kind, data: { on: context.today, materials: act.materials } })
    }
    case 'disclosure.register': {
      const problems = validateDisclosureIntake(act.intake, { today: context.today, path: 'intake' })
      if (problems.length > 0) return err(invalid(problems))
      return ok({ kind: act.kind, data: { caseNo: context.nextCaseNo(), on: context.today, intake: act.intake } })
    }
    case 'disclosure.confirm': {
      if (state?.kind !== 'disclosure') return err(notPermitted(state, act))
      if (!needsConfirmation(state.intake.channel)) return err(refusal('confirmation_not_needed'))
      const problems = confirmable(act.confirmedOn, state.arrivedOn, context.today)
      if (problems.length > 0) return err(invalid(problems))
      return ok({ kind: act.kind, data: { on: context.today, confirmedOn: act.confirmedOn } })
    }
    case 'letter.print': {
      if (state === null) return err(notPermitted(state, act))
      if (!lettersOf(state).includes(act.letter))
        return err(refusal('letter_not_available', { params: { letter: act.letter } }))
      const { letter, templateVersion, copies } = act
      const printNo = printsOf(state, letter) + 1
      return ok({ kind: act.kind, data: { on: context.today, letter, templateVersion, copies, printNo } })
    }
  }
}

const afterService = (
  intake: ServiceIntake,
  context: DecideContext,
  law: () => Refusal | null,
  record: (caseNo: string) => CaseOperation,
): Result<CaseOperation, Refusal> => {
  const problems = validateServiceIntake(intake, { today: context.today, path: 'intake' })
  if (problems.length > 0) return err(invalid(problems))
  const refused = law()
  return refused === null ? ok(record(context.nextCaseNo())) : err(refused)
}

/** 32(1)(5): complete papers, or all corrections handed in, must be accepted; with a gap they cannot be. */
const acceptable = (materials: readonly MaterialLine[]): Refusal | null => {
  const gaps = gapsOf(materials)
  return gaps.length === 0
    ? null
    : refusal('materials_missing', { article: 'licensing:32(1)(4)', params: { count: gaps.length } })
}

/** 32(1)(4): the notice names all that is missing, once; with nothing missing there is nothing to notify. */
const noticeable = (
  materials: readonly MaterialLine[],
  correctBy: PlainDate | null,
  today: PlainDate,
): Refusal | null => {
  if (gapsOf(materials).length === 0) return refusal('materials_complete', { article: 'licensing:32(1)(5)' })
  return correctBy !== null && correctBy < today ? invalid([{ field: 'correctBy', code: 'promise_date_past' }]) : null
}

/** A refusal without its reasons is one of the triggers of supervision: the explanation is never empty. */
const explained = (explanation: string): Refusal | null =>
  explanation.trim() === '' ? invalid([{ field: 'explanation', code: 'required' }]) : null

const confirmable = (confirmedOn: PlainDate, arrivedOn: PlainDate, today: PlainDate): readonly FieldProblem[] => {
  if (confirmedOn > today) return [{ field: 'confirmedOn', code: 'date_in_future' }]
  return confirmedOn < arrivedOn ? [{ field: 'confirmedOn', code: 'date_before_arrival' }] : []
}

const invalid = (fields: readonly FieldProblem[]): Refusal => refusal('invalid_fields', { fields })

const notPermitted = (state: CaseState | null, act: CaseAct): Refusal => {
  if (state === null) return refusal('case_unknown')
  const opensCase = 'intake' in act
  return opensCase ? refusal('case_exists') : refusal('not_allowed_in_state', { params: { status: state.status } })
}
