import { refusal } from '../case/refusal.ts'
import type { ActRules } from './act-rule.ts'
import { counted, needed, notInFuture, notBefore, notInPast, named } from './checks.ts'
import type { ExamineAct } from './examine-act.ts'
import type { Inspection, StepRun } from './examination.ts'
import { ofCase } from './intake-law.ts'
import { openedRun, stepsOfItem } from './open-case.ts'
import type { ServiceCase } from './service-state.ts'
import { validateMaterials } from './validate-intake.ts'

/** The step that is being worked on; null = the way is done. */
export const openRunOf = ({ steps }: Pick<ServiceCase, 'steps'>): StepRun | null => {
  const last = steps.at(-1)
  return last === undefined || last.doneOn !== null ? null : last
}

type StepAct = Extract<
  ExamineAct,
  {
    kind: `service.${'claim' | 'step_pass' | 'step_return' | 'step_send' | 'consult' | 'consult_answer' | 'joint_review' | 'inspect' | 'supply_tolerated'}`
  }
>

const claimed = (state: ServiceCase) => {
  const run = openRunOf(state)
  if (run === null) return refusal('steps_done')
  return run.handler === null ? refusal('step_not_claimed') : null
}

const withRunDone = (
  state: ServiceCase,
  done: Pick<StepRun, 'doneOn' | 'result' | 'opinion'>,
  next: StepRun | null,
): ServiceCase => ({
  ...state,
  steps: [
    ...state.steps.map((run, index) => (index === state.steps.length - 1 ? { ...run, ...done } : run)),
    ...(next === null ? [] : [next]),
  ],
})

/** 34(3): at least two people check on the spot. */
const leastInspectors = 2

/** The way of a request through its steps. */
export const stepRules: ActRules<StepAct> = {
  'service.claim': {
    fields: ({ handler }) => needed('handler', handler),
    law: (state) => {
      const run = openRunOf(state)
      if (run === null) return refusal('steps_done')
      return run.handler === null ? null : refusal('step_claimed', { params: { handler: run.handler } })
    },
    fold: (state, { on, handler }) => ({
      ...state,
      status: 'examining',
      steps: state.steps.map((run, index) =>
        index === state.steps.length - 1 ? { ...run, handler, claimedOn: on } : run,
      ),
    }),
  },
  'service.step_pass': {
    fields: ({ opinion }) => needed('opinion', opinion),
    law: claimed,
    fold: (state, { on, opinion }) => {
      const { item } = state.intake
      const next = (openRunOf(state)?.step ?? 0) + 1
      return withRunDone(
        state,
        { doneOn: on, result: 'passed', opinion },
        next > stepsOfItem(item).length ? null : openedRun(item, next, on),
      )
    },
  },
  'service.step_return': {
    fields: ({ step, reason }) => [...counted('step', step, 1), ...needed('reason', reason)],
    law: (state, { step }) => claimed(state) ?? (step < (openRunOf(state)?.step ?? 0) ? null : refusal('step_unknown')),
    fold: (state, { on, step, reason }) =>
      withRunDone(state, { doneOn: on, result: 'returned', opinion: reason }, openedRun(state.intake.item, step, on)),
  },
  'service.step_send': {
    fields: ({ organ, reason }) => [...needed('organ', organ), ...needed('reason', reason)],
    law: claimed,
    fold: (state, { on, organ, reason }) => {
      const step = openRunOf(state)?.step ?? 1
      return withRunDone(
        state,
        { doneOn: on, result: 'sent', opinion: reason },
        { ...openedRun(state.intake.item, step, on), organ },
      )
    },
  },
  'service.consult': {
    fields: ({ organ, question, answerBy }, _state, { today }) => [
      ...needed('organ', organ),
      ...needed('question', question),
      ...notInPast('answerBy', answerBy, today),
    ],
    fold: (state, { on, organ, question, answerBy }) => ({
      ...state,
      consultations: [
        ...state.consultations,
        { n: state.consultations.length + 1, organ, question, askedOn: on, answerBy, answer: null },
      ],
    }),
  },
  'service.consult_answer': {
    fields: ({ opinion }) => needed('opinion', opinion),
    law: (state, { consult }) => {
      const asked = state.consultations.find(({ n }) => n === consult)
      return asked === undefined || asked.answer !== null
        ? refusal('consultation_unknown', { params: { consult } })
        : null
    },
    fold: (state, { on, consult, opinion }) => ({
      ...state,
      consultations: state.consultations.map((asked) =>
        asked.n === consult ? { ...asked, answer: { on, opinion } } : asked,
      ),
    }),
  },
  'service.joint_review': {
    fields: ({ organs, opinion }) => [
      ...(named(organs).length < 2 ? [{ field: 'organs', code: 'too_few' } as const] : []),
      ...needed('opinion', opinion),
    ],
    fold: (state, { on, organs, opinion }) => ({ ...state, reviews: [...state.reviews, { on, organs, opinion }] }),
  },
  'service.inspect': {
    fields: ({ inspectedOn, place, findings }, state, { today }) => [
      ...notInFuture('inspectedOn', inspectedOn, today),
      ...notBefore('inspectedOn', inspectedOn, state.arrivedOn),
      ...needed('place', place),
      ...needed('findings', findings),
    ],
    law: (_state, { inspectors }) =>
      named(inspectors).length < leastInspectors
        ? refusal('inspectors_too_few', { article: 'licensing:34(3)', params: { least: leastInspectors } })
        : null,
    fold: (state, { inspectedOn, place, inspectors, findings }) => {
      const inspection: Inspection = { on: inspectedOn, place, inspectors: named(inspectors), findings }
      return { ...state, inspections: [...state.inspections, inspection] }
    },
  },
  'service.supply_tolerated': {
    fields: ({ materials }, _state, { today }) => validateMaterials(materials, 'materials', today),
    law: (state, { materials }) => ofCase(state, materials) ?? onlyTolerated(state, materials),
    fold: (state, { on, materials }) => ({ ...state, intake: { ...state.intake, materials }, suppliedOn: on }),
  },
}

/** A later supply brings what was promised and touches nothing else of the checklist. */
const onlyTolerated = (state: ServiceCase, materials: ServiceCase['intake']['materials']) => {
  const before = state.intake.materials
  const changed = materials.filter((line, index) => {
    const old = before[index]
    return (
      old === undefined ||
      line.state !== old.state ||
      line.received !== old.received ||
      line.promisedOn !== old.promisedOn
    )
  })
  const promised = changed.every((line) => before[line.n - 1]?.state === 'tolerated' && line.state !== 'missing')
  if (!promised) return refusal('materials_changed')
  return changed.some(({ state: found }) => found === 'collected') ? null : refusal('nothing_supplied')
}
