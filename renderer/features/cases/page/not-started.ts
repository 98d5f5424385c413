import type { CaseState } from '../../../../domain/case/case-state.ts'
import { disclosureNotStarted } from './disclosure-not-started.ts'
import { type ServiceNotStarted, bundleNotStarted, serviceNotStarted } from './service-not-started.ts'

/** Why no clock runs, in a word and a line. */
export interface NotStarted {
  readonly kind: ServiceNotStarted['kind'] | 'awaitingConfirm'
  readonly detail: string
}

export const notStartedReason = (state: CaseState): NotStarted => {
  if (state.kind === 'service') return serviceNotStarted(state)
  if (state.kind === 'bundle') return bundleNotStarted(state)
  return state.kind === 'disclosure' ? disclosureNotStarted(state) : { kind: 'noLimit', detail: '' }
}
