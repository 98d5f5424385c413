import type { FieldProblem } from '../case/refusal.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ActRules } from './act-rule.ts'
import { needed, notInPast } from './checks.ts'
import type { IntakeAct } from './intake-act.ts'
import {
  acceptable,
  firstNotice,
  inNoticeTime,
  noticeable,
  ofCase,
  pastNoticeTime,
  timeIsUp,
  waitsUntil,
} from './intake-law.ts'
import { wantedOf } from './materials.ts'
import { acceptedCase } from './open-case.ts'
import type { OpeningServiceAct } from './opening-rules.ts'
import type { MaterialLine } from './service-intake.ts'
import type { ServiceCase } from './service-state.ts'
import { validateMaterials } from './validate-intake.ts'

const soundMaterials = (materials: readonly MaterialLine[], today: PlainDate): readonly FieldProblem[] =>
  validateMaterials(materials, 'materials', today)

const withMaterials = (state: ServiceCase, materials: readonly MaterialLine[]): ServiceCase => ({
  ...state,
  intake: { ...state.intake, materials },
})

/** Acts before acceptance, on a request that is there already. */
export const intakeRules: ActRules<Exclude<IntakeAct, OpeningServiceAct>> = {
  'service.prereview_pass': {
    law: (state, _act, { today, calendar }) =>
      state.noticeOn === null ? inNoticeTime(state.arrivedOn, today, calendar) : null,
    fold: (state, { on }) => ({ ...state, status: 'intake', prereviewPassedOn: on }),
  },
  'service.prereview_correct': {
    fields: ({ missing, correctBy }, _state, { today }) => [
      ...needed('missing', missing),
      ...(correctBy === null ? [] : notInPast('correctBy', correctBy, today)),
    ],
    law: (state, _act, { today, calendar }) => firstNotice(state) ?? inNoticeTime(state.arrivedOn, today, calendar),
    fold: (state, { on, missing, correctBy }) => ({
      ...state,
      status: 'prereview_wait',
      noticeOn: on,
      noticeWanted: wantedOf(state.intake.materials),
      noticeText: missing,
      correctBy,
    }),
  },
  'service.resubmit': {
    fields: ({ materials }, _state, { today }) => soundMaterials(materials, today),
    law: (state, { materials }) => ofCase(state, materials),
    fold: (state, { materials }) => ({ ...withMaterials(state, materials), status: 'prereview' }),
  },
  'service.take_in': {
    fields: ({ materials }, _state, { today }) => soundMaterials(materials, today),
    law: (state, { materials }, { today, calendar }) =>
      ofCase(state, materials) ??
      // Asked for in time, or passed in time: only silence counts as acceptance.
      (state.noticeOn === null && state.prereviewPassedOn === null
        ? inNoticeTime(state.arrivedOn, today, calendar)
        : null) ??
      acceptable(materials),
    fold: (state, { on, materials }) => acceptedCase(withMaterials(state, materials), on, on),
  },
  'service.notify': {
    fields: ({ materials, correctBy }, _state, { today }) => [
      ...soundMaterials(materials, today),
      ...(correctBy === null ? [] : notInPast('correctBy', correctBy, today)),
    ],
    law: (state, { materials }) => ofCase(state, materials) ?? firstNotice(state) ?? noticeable(materials),
    fold: (state, { on, materials, correctBy }) => ({
      ...withMaterials(state, materials),
      status: 'correction_wait',
      noticeOn: on,
      noticeWanted: wantedOf(materials),
      correctBy,
    }),
  },
  'service.turn_down': {
    fields: ({ explanation }) => needed('explanation', explanation),
    fold: (state, { on, ground, explanation }) => ({
      ...state,
      status: 'refused',
      refusal: { ground, explanation },
      closedOn: on,
    }),
  },
  'service.deem_accepted': {
    law: (state, _act, { today, calendar }) => firstNotice(state) ?? pastNoticeTime(state.arrivedOn, today, calendar),
    fold: (state, { on }) => acceptedCase({ ...state, deemed: true }, state.arrivedOn, on),
  },
  'service.supply': {
    fields: ({ materials }, _state, { today }) => soundMaterials(materials, today),
    law: (state, { materials }) => ofCase(state, materials) ?? acceptable(materials),
    fold: (state, { on, materials }) => ({ ...acceptedCase(withMaterials(state, materials), on, on), suppliedOn: on }),
  },
  'service.lapse': {
    fields: ({ reason }) => needed('reason', reason),
    law: (state, _act, { today }) => timeIsUp(waitsUntil(state), today),
    fold: (state, { on, outcome, reason }) => ({
      ...state,
      status: outcome,
      ending: { kind: outcome, on, ground: outcome === 'terminated' ? 'not_supplied' : null, reason },
      closedOn: on,
    }),
  },
}
