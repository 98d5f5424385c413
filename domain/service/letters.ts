import type { LetterKind } from '../letters/letter-kind.ts'
import type { ServiceCase } from './service-state.ts'

/** Letters that exist for a service request as it stands, the one that matters most first. */
export const letterOrder = (state: ServiceCase): readonly LetterKind[] => {
  const notice: readonly LetterKind[] = state.noticeOn === null ? [] : ['service_once_only_notice']
  switch (state.status) {
    case 'accepted':
      return ['service_acceptance', 'service_receipt', ...notice]
    case 'correction_wait':
      return ['service_once_only_notice', 'service_receipt']
    case 'refused':
      return ['service_refusal']
  }
}
