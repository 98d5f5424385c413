import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { CaseState } from '../case/case-state.ts'
import { organOf } from '../case/titles.ts'
import { proofDate } from '../disclosure/delivery.ts'
import { type PlainDate, addDays } from '../plain-date.ts'
import { isBadRating } from '../rating/rating.ts'
import { centerFactsOf } from '../report/center-facts-of.ts'
import type { SettingsHistory } from '../settings/center-settings.ts'
import { supervisionRules } from '../settings/supervision-rules.ts'
import { type WatchedCase, boardLines } from '../supervision/board.ts'
import { factsOfCase } from '../supervision/facts/case-facts.ts'
import { gravestOf, signalsOf } from '../supervision/signals.ts'

/** How many days the figures go back, today included. */
export const figureDays = 7
/** Ratings of so many days, today included: of one week a small center has too few to say anything. */
export const ratingDays = 30

/** Requests for services and for information, as the report of the center counts them (RPT-26). */
export interface DayFigures {
  readonly on: PlainDate
  readonly received: number
  /** Nothing is owed in time any more. */
  readonly closed: number
  /** The result is in the hands of whoever asked. */
  readonly handedOver: number
  /** Of the closed: received the same day. */
  readonly sameDay: number
}

export interface OrganLights {
  readonly organ: string
  readonly open: number
  readonly yellow: number
  readonly red: number
}

/** BRD-1: all that a hall is told of the work of its center. Counts alone: no matter, no person, no window. */
export interface PublicFigures {
  readonly asOf: PlainDate
  /** The oldest first, `asOf` last. */
  readonly days: readonly DayFigures[]
  /** Departments that have open matters, the gravest first. */
  readonly organs: readonly OrganLights[]
  readonly ratings: { readonly given: number; readonly good: number }
}

/** First day on which a matter that is closed since may still count. */
export const figuresSince = (asOf: PlainDate): PlainDate => addDays(asOf, 1 - ratingDays)

/** What counts of one matter, gathered one at a time so that no more than one is in memory. */
export interface FigureCounter {
  readonly add: (state: CaseState) => void
  readonly figures: () => PublicFigures
}

/** `states` that are added have to hold every open matter and those closed from `figuresSince` on. */
export const countFigures = (asOf: PlainDate, calendar: WorkCalendar, settings: SettingsHistory): FigureCounter => {
  const rules = supervisionRules(settings)
  const days = new Map(
    Array.from({ length: figureDays }, (_, n) => addDays(asOf, n + 1 - figureDays)).map((on) => [
      on,
      { on, received: 0, closed: 0, handedOver: 0, sameDay: 0 },
    ]),
  )
  const watched: WatchedCase[] = []
  const ratings = { given: 0, good: 0 }
  const count = (on: PlainDate | null, what: Exclude<keyof DayFigures, 'on'>): void => {
    const day = on === null ? undefined : days.get(on)
    if (day !== undefined) day[what] += 1
  }
  return {
    add: (state) => {
      if (state.status === 'voided' || state.mergedInto !== undefined) return
      const facts = centerFactsOf([state], [], calendar)
      for (const { receivedOn, closedOn } of facts.cases) {
        count(receivedOn, 'received')
        count(closedOn, 'closed')
        if (closedOn === receivedOn) count(closedOn, 'sameDay')
      }
      count(handedOverOn(state), 'handedOver')
      for (const { on, level } of facts.ratings) {
        if (on < figuresSince(asOf) || on > asOf) continue
        ratings.given += 1
        if (!isBadRating(level)) ratings.good += 1
      }
      if (state.closedOn !== null || state.kind === 'bundle') return
      const level = gravestOf(signalsOf(factsOfCase(state, calendar), asOf, rules, calendar))
      watched.push({ organ: organOf(state), deviceNo: '', paused: false, level })
    },
    figures: () => ({
      asOf,
      days: [...days.values()],
      organs: boardLines(watched, 'organ').map(({ key, open, yellow, red }) => ({ organ: key, open, yellow, red })),
      ratings,
    }),
  }
}

/** The day on which the result reached whoever asked; null = not yet, or there is none to hand over. */
const handedOverOn = (state: CaseState): PlainDate | null => {
  if (state.kind === 'service') return state.delivery.receivedOn
  if (state.kind !== 'disclosure') return null
  const proof = state.deliveries.at(-1)?.proof ?? null
  return proof === null ? null : proofDate(proof)
}
