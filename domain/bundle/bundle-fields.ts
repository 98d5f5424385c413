import type { CheckContext } from '../case/case-module.ts'
import type { FieldProblem } from '../case/refusal.ts'
import { validateApplicant, validateRepresentative } from '../case/validate-parties.ts'
import { counted, needed, notBefore, notInFuture } from '../service/checks.ts'
import { proofProblems } from '../service/delivery-checks.ts'
import { validateMaterials } from '../service/validate-intake.ts'
import type { BundleAct } from './bundle-act.ts'
import type { BundleIntake } from './bundle-intake.ts'
import type { BundleCase } from './bundle-state.ts'

/** Fields that cannot be as they are. */
export const bundleFields = (
  state: BundleCase | null,
  act: BundleAct,
  { today }: CheckContext,
): readonly FieldProblem[] => {
  switch (act.kind) {
    case 'bundle.open':
      return intakeProblems(act.intake, today)
    case 'bundle.start':
    case 'bundle.child_done':
    case 'bundle.close':
    case 'bundle.fee_notice':
      return []
    case 'bundle.pause':
      return [
        ...needed('reason', act.reason),
        ...(act.days === undefined ? [{ field: 'days', code: 'required' } as const] : counted('days', act.days, 1)),
      ]
    case 'bundle.resume':
    case 'bundle.withdraw':
    case 'bundle.fee_cancel':
      return needed('reason', act.reason)
    case 'bundle.extend':
      return [...counted('days', act.days, 1), ...needed('reason', act.reason), ...needed('approvedBy', act.approvedBy)]
    case 'bundle.fee_paid':
      return [
        ...notInFuture('payment.on', act.payment.on, today),
        ...notBefore('payment.on', act.payment.on, state?.fee?.noticeOn ?? null),
        ...needed('payment.receiptNo', act.payment.receiptNo),
      ]
    case 'bundle.hand_over':
      return [
        ...notInFuture('receivedOn', act.receivedOn, today),
        ...notBefore('receivedOn', act.receivedOn, state?.done.at(-1)?.on ?? null),
        ...proofProblems(act.proof, 'proof'),
      ]
  }
}

const intakeProblems = (intake: BundleIntake, today: CheckContext['today']): readonly FieldProblem[] => {
  const context = { today, path: 'intake' }
  const ids = new Set(intake.parts.map(({ caseId }) => caseId))
  return [
    ...needed('intake.name', intake.name),
    ...needed('intake.organ', intake.organ),
    ...validateApplicant(intake.applicant, context),
    ...(intake.representative === null
      ? []
      : validateRepresentative(intake.representative, context, { applicant: intake.applicant })),
    // One matter is no bundle, and one request is not two parts.
    ...(ids.size < 2 || ids.size !== intake.parts.length ? [{ field: 'intake.parts', code: 'too_few' } as const] : []),
    ...validateMaterials(intake.materials, 'intake.materials', today),
  ]
}
