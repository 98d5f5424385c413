import { openedCase } from '../case/case-common.ts'
import type { PlainDate } from '../plain-date.ts'
import type { DataOf } from './act-rule.ts'
import { noDelivery } from './delivery.ts'
import type { StepRun } from './examination.ts'
import type { ServiceIntake } from './service-intake.ts'
import type { ServiceCase } from './service-state.ts'
import type { ItemSnapshot, ItemStep } from './service-item.ts'

/** A request as its intake makes it, before the act says in which state it is. */
export const openCase = (
  entity: string,
  data: DataOf<{ readonly kind: string; readonly intake: ServiceIntake }>,
): Omit<ServiceCase, 'status'> => {
  if (data.caseNo === undefined) throw new Error(`case ${entity} cannot be opened`)
  const { intake, on } = data
  const opened = openedCase(entity, data.caseNo)
  return {
    ...opened,
    kind: 'service',
    applicant: intake.applicant,
    representative: intake.representative,
    arrivedOn: intake.arrivedOn ?? on,
    intake,
    links: intake.bundle === undefined ? opened.links : [{ kind: 'bundle', caseId: intake.bundle.caseId }],
    noticeOn: null,
    correctBy: null,
    noticeWanted: [],
    suppliedOn: null,
    noticeText: null,
    prereviewPassedOn: null,
    refusal: null,
    deemed: false,
    steps: [],
    consultations: [],
    reviews: [],
    inspections: [],
    hearing: null,
    specials: [],
    suspensions: [],
    extensions: [],
    decision: null,
    certificate: null,
    delivery: noDelivery,
    fee: null,
    ending: null,
    revocation: null,
  }
}

/** Accepted: both limits run from `start`, and the first step of the way is open since `on`. */
export const acceptedCase = (state: Omit<ServiceCase, 'status'>, start: PlainDate, on: PlainDate): ServiceCase => ({
  ...state,
  status: 'accepted',
  clockStart: start,
  steps: [openedRun(state.intake.item, 1, on)],
})

/** The way of an item; one that names no steps has a single examination. */
export const stepsOfItem = (
  item: Pick<ItemSnapshot, 'steps'>,
): readonly (Omit<ItemStep, 'name'> & { readonly name: string | null })[] =>
  item.steps === undefined || item.steps.length === 0 ? [{ name: null, organ: null, limitDays: null }] : item.steps

/** A fresh passage through step `n`. */
export const openedRun = (item: Pick<ItemSnapshot, 'steps' | 'organ'>, n: number, from: PlainDate): StepRun => {
  const step = stepsOfItem(item)[n - 1]
  if (step === undefined) throw new Error(`the item has no step ${n}`)
  return {
    step: n,
    name: step.name,
    organ: step.organ ?? item.organ,
    limitDays: step.limitDays,
    from,
    handler: null,
    claimedOn: null,
    doneOn: null,
    result: null,
    opinion: null,
  }
}
