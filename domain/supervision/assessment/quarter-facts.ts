import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import type { CaseState } from '../../case/case-state.ts'
import { caseClocks } from '../../case/clocks.ts'
import { moduleOf } from '../../case/modules.ts'
import { countedOn } from '../../clock/count-days.ts'
import { type PlainDate, plainDate, yearOf } from '../../plain-date.ts'
import { isBadRating } from '../../rating/rating.ts'
import { taskOwed } from '../../record/task/dues.ts'
import type { TaskRecord } from '../../record/task/task-record.ts'
import { factsOfCase } from '../facts/case-facts.ts'
import type { QuarterFacts } from './assess.ts'

export interface Quarter {
  readonly year: number
  readonly quarter: 1 | 2 | 3 | 4
}

export const quarterOf = (date: PlainDate): Quarter => {
  const month = Number(date.slice(5, 7))
  return { year: yearOf(date), quarter: month <= 3 ? 1 : month <= 6 ? 2 : month <= 9 ? 3 : 4 }
}

/** First and last day. */
export const daysOf = ({ year, quarter }: Quarter): { readonly first: PlainDate; readonly last: PlainDate } => {
  const firsts = ['01-01', '04-01', '07-01', '10-01'] as const
  const lasts = ['03-31', '06-30', '09-30', '12-31'] as const
  const padded = String(year).padStart(4, '0')
  return { first: plainDate(`${padded}-${firsts[quarter - 1]}`), last: plainDate(`${padded}-${lasts[quarter - 1]}`) }
}

/** Counts one organ's quarter from the cases and tasks of a center. What is still open and not yet due counts in a later quarter. */
export const quarterFacts = (
  organ: string,
  quarter: Quarter,
  { cases, tasks }: { readonly cases: Iterable<CaseState>; readonly tasks: Iterable<TaskRecord> },
  calendar: WorkCalendar,
): QuarterFacts => {
  const { first, last } = daysOf(quarter)
  const within = (date: PlainDate | null): date is PlainDate => date !== null && date >= first && date <= last
  const ofOrgan = [...tasks].filter((task) => task.organ === organ)
  const excluded = new Set(ofOrgan.filter(({ status }) => status === 'excluded').map(({ caseId }) => caseId))
  const sum = { ...nothing, ...taskCounts(ofOrgan, within, calendar) }
  for (const state of cases) {
    if (moduleOf(state.kind).organ(state) !== organ) continue
    for (const [name, count] of Object.entries(caseCounts(state, within, calendar)))
      // The names are those of the facts.
      sum[name as keyof QuarterFacts] += count
    if (state.rating !== null && within(state.rating.on) && !excluded.has(state.id)) {
      sum.ratings += 1
      if (!isBadRating(state.rating.level)) sum.goodRatings += 1
    }
  }
  return sum
}

type Counts = { -readonly [K in keyof QuarterFacts]: number }

const nothing: QuarterFacts = {
  closed: 0,
  closedInTime: 0,
  yellowCards: 0,
  redCards: 0,
  complaints: 0,
  complaintsInTime: 0,
  ratings: 0,
  goodRatings: 0,
  statutoryDays: 0,
  actualDays: 0,
  rectifications: 0,
  rectifiedInTime: 0,
}

type Within = (date: PlainDate | null) => date is PlainDate

const caseCounts = (state: CaseState, within: Within, calendar: WorkCalendar): Partial<Counts> => {
  if (state.kind === 'complaint') {
    const [answer] = factsOfCase(state, calendar).owed.filter(({ what }) => what === 'complaint_answer')
    if (answer === undefined || !within(answer.due)) return {}
    return { complaints: 1, complaintsInTime: answer.doneOn !== null && answer.doneOn <= answer.due ? 1 : 0 }
  }
  const stop = state.clockStop
  if (!within(stop) || (state.kind === 'disclosure' && state.history !== null)) return {}
  const { promised, statutory } = caseClocks(state, calendar)
  const inTime = [promised, statutory].every((clock) => clock === null || clock.due === null || stop <= clock.due)
  return {
    closed: 1,
    closedInTime: inTime ? 1 : 0,
    ...(statutory === null ? {} : { statutoryDays: statutory.limit, actualDays: countedOn(statutory, stop) }),
  }
}

const taskCounts = (tasks: readonly TaskRecord[], within: Within, calendar: WorkCalendar): Partial<Counts> => {
  const cards = tasks.filter(({ status, openedOn }) => status !== 'withdrawn' && within(openedOn))
  const rectifications = tasks.flatMap((task) => {
    if (task.task !== 'bad_rating' || task.status === 'excluded') return []
    // Beside the answers taskOwed names the look into it (1) and the word to the rater (2).
    const terms = taskOwed(task, calendar).filter(({ n }) => n > 2)
    const end = terms[terms.length - 1]
    return end !== undefined && within(end.due) ? [terms] : []
  })
  return {
    yellowCards: cards.filter(({ task }) => task === 'yellow_card').length,
    redCards: cards.filter(({ task }) => task === 'red_card').length,
    rectifications: rectifications.length,
    rectifiedInTime: rectifications.filter((terms) =>
      terms.every(({ due, doneOn }) => doneOn !== null && doneOn <= due),
    ).length,
  }
}
