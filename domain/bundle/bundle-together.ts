import type { PlainDate } from '../plain-date.ts'
import type { DeliveryProof } from '../service/delivery.ts'
import type { ServiceAct } from '../service/service-act.ts'
import type { ServiceCase } from '../service/service-state.ts'
import type { BundleAct } from './bundle-act.ts'
import type { BundleCase } from './bundle-state.ts'
import type { ActOnCase } from './open-bundle.ts'

type Acts = readonly ActOnCase<BundleAct | ServiceAct>[]

/**
 * One hand-over: the bundle, and the delivery of every part that was decided and is not delivered yet. To be performed together or not at
 * all.
 */
export const handOverBundle = (
  bundle: BundleCase,
  parts: readonly ServiceCase[],
  handed: { readonly receivedOn: PlainDate; readonly proof: DeliveryProof },
): Acts => [
  { caseId: bundle.id, act: { kind: 'bundle.hand_over', ...handed } },
  ...parts
    .filter(({ status }) => status === 'decided' || status === 'certified' || status === 'delivering')
    .map(({ id }) => ({ caseId: id, act: { kind: 'service.deliver', ...handed } }) as const),
]

/** 42(2): joint handling is extended as a whole, and so is every licence in it that is still being examined. */
export const extendBundle = (
  bundle: BundleCase,
  parts: readonly ServiceCase[],
  extension: Omit<Extract<BundleAct, { kind: 'bundle.extend' }>, 'kind'>,
): Acts => [
  { caseId: bundle.id, act: { kind: 'bundle.extend', ...extension } },
  ...parts
    .filter(
      ({ clockStart, clockStop, intake }) =>
        clockStart !== null && clockStop === null && intake.item.kind === '行政许可',
    )
    .map(({ id }) => ({ caseId: id, act: { kind: 'service.extend', ...extension } }) as const),
]
