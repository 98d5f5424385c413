import { openPauseOf, withPauseEnded } from '../case/clock-log.ts'
import type { PlainDate } from '../plain-date.ts'
import type { DisclosureCase, Ending } from './disclosure-state.ts'

/** The case ended on a day: nothing is owed any more, and nothing is waited for. */
export const closedWith = (state: DisclosureCase, on: PlainDate, ending: Ending): DisclosureCase => {
  const pause = openPauseOf(state)
  const settled = pause === null ? state : withPauseEnded(state, on < pause.from ? pause.from : on)
  return {
    ...settled,
    status: 'closed',
    extensionRequest: null,
    clockStop: state.clockStop ?? on,
    closedOn: on,
    ending,
  }
}
