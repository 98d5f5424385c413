import { type TimeThresholds, defaultThresholds } from '../domain/clock/legal-time-state.ts'

let inUse: TimeThresholds = defaultThresholds

/** When this office calls a limit near; the same for the whole page, so that list and case never disagree. */
export const timeThresholds = (): TimeThresholds => inUse

/** Takes over what the host says the center has set. */
export const warnBy = (thresholds: TimeThresholds): void => {
  inUse = thresholds
}
