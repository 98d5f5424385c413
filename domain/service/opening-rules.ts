import type { CheckContext } from '../case/case-module.ts'
import { type FieldProblem, refusal } from '../case/refusal.ts'
import type { OpeningRules } from './act-rule.ts'
import { needed, notInPast } from './checks.ts'
import { certificateProblems, proofProblems } from './delivery-checks.ts'
import { lawfulFee } from './fee-law.ts'
import type { IntakeAct } from './intake-act.ts'
import { acceptable, inNoticeTime, noticeable, pastNoticeTime } from './intake-law.ts'
import { acceptedCase, openCase } from './open-case.ts'
import { wantedOf } from './materials.ts'
import type { ServiceIntake } from './service-intake.ts'
import { validateServiceIntake } from './validate-intake.ts'

export type OpeningServiceAct = Extract<IntakeAct, { readonly intake: ServiceIntake }>

const sound = (intake: ServiceIntake, { today }: CheckContext): readonly FieldProblem[] =>
  validateServiceIntake(intake, { today, path: 'intake' })

/** Acts that open a request. */
export const openingRules: OpeningRules<OpeningServiceAct> = {
  'service.accept': {
    fields: ({ intake }, context) => sound(intake, context),
    law: ({ intake }, { today, calendar }) =>
      inNoticeTime(intake.arrivedOn ?? today, today, calendar) ?? acceptable(intake.materials),
    fold: (entity, data) => acceptedCase(openCase(entity, data), data.on, data.on),
  },
  'service.accept_deemed': {
    fields: ({ intake }, context) => sound(intake, context),
    law: ({ intake }, { today, calendar }) => pastNoticeTime(intake.arrivedOn ?? today, today, calendar),
    fold: (entity, data) => {
      const opened = openCase(entity, data)
      return acceptedCase({ ...opened, deemed: true }, opened.arrivedOn, data.on)
    },
  },
  'service.notice': {
    fields: ({ intake, correctBy }, context) => [
      ...sound(intake, context),
      ...(correctBy === null ? [] : notInPast('correctBy', correctBy, context.today)),
    ],
    law: ({ intake }, { today, calendar }) =>
      inNoticeTime(intake.arrivedOn ?? today, today, calendar) ?? noticeable(intake.materials),
    fold: (entity, data) => ({
      ...openCase(entity, data),
      status: 'correction_wait',
      noticeOn: data.on,
      noticeWanted: wantedOf(data.intake.materials),
      correctBy: data.correctBy,
    }),
  },
  'service.refuse': {
    fields: ({ intake, explanation }, context) => [...sound(intake, context), ...needed('explanation', explanation)],
    law: () => null,
    fold: (entity, data) => ({
      ...openCase(entity, data),
      status: 'refused',
      refusal: { ground: data.ground, explanation: data.explanation },
      closedOn: data.on,
    }),
  },
  'service.instant': {
    fields: ({ intake, signedBy, certificate, proof, fee }, context) => [
      ...sound(intake, context),
      ...needed('signedBy', signedBy),
      ...(certificate === null ? [] : certificateProblems(certificate, 'certificate')),
      ...(fee === null ? [] : needed('fee.payment.receiptNo', fee.payment.receiptNo)),
      ...proofProblems(proof, 'proof'),
    ],
    law: ({ intake, fee }) => {
      if (intake.item.handling !== 'instant') return refusal('not_instant', { article: 'licensing:34(2)' })
      if (fee !== null) {
        const settled = lawfulFee(intake.item, fee.lines)
        if (!settled.ok) return settled.error
        if (settled.value !== fee.payment.fen)
          return refusal('fee_amount_wrong', { params: { fen: settled.value, paid: fee.payment.fen } })
      }
      return acceptable(intake.materials)
    },
    fold: (entity, data) => ({
      ...acceptedCase(openCase(entity, data), data.on, data.on),
      status: 'closed',
      steps: [],
      clockStop: data.on,
      closedOn: data.on,
      decision: {
        result: 'approved',
        on: data.on,
        reasons: null,
        remedies: null,
        opinion: null,
        signedBy: data.signedBy,
        withTolerated: data.intake.materials.some(({ state }) => state === 'tolerated'),
        lateReason: null,
      },
      certificate: data.certificate,
      delivery: { dispatches: [], announcement: null, receivedOn: data.on, proof: data.proof },
      fee:
        data.fee === null
          ? null
          : { lines: data.fee.lines, noticeOn: data.on, paid: { ...data.fee.payment, on: data.on } },
    }),
  },
  'service.submit': {
    fields: ({ intake }, context) => [
      ...sound(intake, context),
      ...(intake.channel === undefined || intake.channel === 'window'
        ? [{ field: 'intake.channel', code: 'not_applicable' } as const]
        : []),
    ],
    law: () => null,
    fold: (entity, data) => ({ ...openCase(entity, data), status: 'prereview' }),
  },
}
