import type { DualClock } from '../../../../domain/clock/legal-time-state.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import type { Step } from '../../../ui/step-bar.tsx'
import { bundleSteps } from './bundle-steps.ts'
import { disclosureSteps } from './disclosure-steps.ts'
import { complaintSteps, consultationSteps } from './contact-steps.ts'
import { serviceSteps } from './service-steps.ts'

/** The way of a case with the dates it has passed; what lies ahead is named, so that everybody sees how much is left. */
export const stepsOf = (state: CaseState, clocks: DualClock, today: PlainDate): readonly Step[] => {
  switch (state.kind) {
    case 'service':
      return serviceSteps(state, clocks, today)
    case 'bundle':
      return bundleSteps(state, clocks, today)
    case 'disclosure':
      return disclosureSteps(state, clocks, today)
    case 'consultation':
      return consultationSteps(state, clocks, today)
    case 'complaint':
      return complaintSteps(state, clocks, today)
  }
}
