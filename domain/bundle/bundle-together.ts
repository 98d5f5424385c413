import type { ServiceAct } from '../service/service-act.ts'
import type { ServiceCase } from '../service/service-state.ts'
import type { BundleAct } from './bundle-act.ts'
import type { ActOnCase } from './open-bundle.ts'

type ActsOnParts = readonly ActOnCase<ServiceAct>[]

/**
 * What one act on a bundle does to its parts with it, all of it or nothing: one hand-over delivers every part that was decided and is not
 * delivered yet; 42(2) extends joint handling as a whole, and so every licence in it that is still being examined.
 */
export const partActsOf = (act: { readonly kind: string } | BundleAct, parts: readonly ServiceCase[]): ActsOnParts => {
  if (isHandOver(act)) {
    const { receivedOn, proof } = act
    return parts.filter(isToBeDelivered).map(({ id }) => ({
      caseId: id,
      act: { kind: 'service.deliver', receivedOn, proof },
    }))
  }
  if (!isExtension(act)) return []
  const { days, reason, approver, approvedBy } = act
  return parts.filter(isExamined).map(({ id }) => ({
    caseId: id,
    act: { kind: 'service.extend', days, reason, approver, approvedBy },
  }))
}

type Kind = { readonly kind: string }
type ActOf<K extends BundleAct['kind']> = Extract<BundleAct, { kind: K }>

const isHandOver = (act: Kind): act is ActOf<'bundle.hand_over'> => act.kind === 'bundle.hand_over'
const isExtension = (act: Kind): act is ActOf<'bundle.extend'> => act.kind === 'bundle.extend'

const isToBeDelivered = ({ status }: ServiceCase): boolean =>
  status === 'decided' || status === 'certified' || status === 'delivering'

const isExamined = ({ clockStart, clockStop, intake }: ServiceCase): boolean =>
  clockStart !== null && clockStop === null && intake.item.kind === '行政许可'
