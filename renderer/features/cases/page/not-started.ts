import type { CaseState } from '../../../../domain/case/case-state.ts'
import { disclosureNotStarted } from './disclosure-not-started.ts'
import { type ServiceNotStarted, serviceNotStarted } from './service-not-started.ts'

/** Why no clock runs, in a word and a line. */
export interface NotStarted {
  readonly kind: ServiceNotStarted['kind'] | 'awaitingConfirm'
  readonly detail: string
}

export const notStartedReason = (state: CaseState): NotStarted => {
  // Their clock starts when they come in.
  if (state.kind === 'consultation' || state.kind === 'complaint') return { kind: 'noLimit', detail: '' }
  if (state.kind === 'service') return serviceNotStarted(state)
  return state.kind === 'disclosure' ? disclosureNotStarted(state) : { kind: 'noLimit', detail: '' }
}
