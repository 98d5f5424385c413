import type { LetterKind } from '../letters/letter-kind.ts'
import { toleratedOf } from './materials.ts'
import type { ServiceCase } from './service-state.ts'

/**
 * Letters and slips without a number that exist for a service request as it stands, the one that matters most first. Numbered ones stand
 * in `documents` of the case.
 */
export const letterOrder = (state: ServiceCase): readonly LetterKind[] => {
  const notice: readonly LetterKind[] = state.noticeOn === null ? [] : ['service_once_only_notice']
  const promises: readonly LetterKind[] =
    toleratedOf(state.intake.materials).length === 0 ? [] : ['service_tolerance_commitment']
  const supplied: readonly LetterKind[] = isSupplied(state) ? ['service_supply_receipt'] : []
  const intake: readonly LetterKind[] = [
    'service_acceptance',
    'service_receipt',
    ...supplied,
    ...promises,
    ...notice,
    'material_handover',
  ]
  switch (state.status) {
    case 'prereview':
    case 'prereview_wait':
    case 'intake':
      return [...notice, 'service_receipt']
    case 'correction_wait':
      return ['service_once_only_notice', 'service_receipt']
    case 'refused':
      return ['service_refusal']
    case 'accepted':
      return intake
    case 'examining':
    case 'special':
    case 'suspended':
      return [...intake, 'service_approval_form']
    case 'decided':
    case 'certified':
    case 'delivering':
    case 'delivered':
      return ['service_result_slip', ...intake, 'service_approval_form', 'rating_form']
    case 'closed':
      // 即办件: finished on the spot, without a notice of acceptance.
      return state.steps.length === 0
        ? ['service_result_slip', 'service_receipt', 'rating_form']
        : ['service_result_slip', ...intake, 'service_approval_form', 'rating_form']
    case 'withdrawn':
    case 'terminated':
      return state.clockStart === null ? [...notice, 'service_receipt'] : intake
    case 'voided':
      return []
  }
}

/** Papers came after the notice, or later as promised. */
const isSupplied = ({ noticeOn, clockStart, intake }: ServiceCase): boolean =>
  (noticeOn !== null && clockStart !== null) ||
  intake.materials.some(({ promisedOn, state }) => promisedOn !== null && state === 'collected')
