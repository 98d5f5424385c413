import type { User } from '../../../contract/queries/desk.ts'
import type { QueueRow, Today, TodayInput } from '../../../contract/queries/today.ts'
import type { QueueScope } from '../../../db/cases/queue.ts'
import { kindedStatus } from '../../../db/cases/kinded-status.ts'
import type { UnmaskedRow } from '../../../db/cases/list-rows.ts'
import type { StoreReader } from '../../../db/store.ts'
import { type WorkCalendar, workdayAfter } from '../../../domain/calendar/work-calendar.ts'
import { caseKinds, caseStates } from '../../../domain/case/case-state.ts'
import { nextActOf } from '../../../domain/case/next-act.ts'
import { type QueueGroup, queueGroupOf, queueGroups, stateGroupOf } from '../../../domain/case/queue.ts'
import type { TimeThresholds } from '../../../domain/clock/legal-time-state.ts'
import { type LimitTime, limitTimeOf, workdaysLeft } from '../../../domain/clock/limit-time.ts'
import { maskName } from '../../../domain/identity/mask.ts'
import { type PlainDate, addDays, isPlainDate } from '../../../domain/plain-date.ts'
import { settingsOn } from '../../../domain/settings/settings-on.ts'
import { factsOfCase } from '../../../domain/supervision/facts/case-facts.ts'
import type { Owed } from '../../../domain/supervision/subject-facts.ts'
import type { Services } from '../services.ts'
import { doneToday } from './done-today.ts'
import { queueScopeOf, scopesFor, usualScope } from './queue-scope.ts'

/** Lines of a part that are shown; whoever has more works through the case list. */
const shownLines = 30
/** Cases that are looked at for a part at most. */
const lookedAt = 500
/** A limit that ends later than this is near for nobody. */
const horizonDays = 60
/** Working days told ahead, today first. */
const daysAhead = 5

/**
 * The queue of the day: open cases by what weighs most, each once (QUE-1). What was dealt with since the queue was opened stays where it
 * stood, so that nothing jumps under the hand (QUE-3).
 */
export const todayQueue = (
  { store, today: todayOf }: Pick<Services, 'store' | 'today'>,
  user: User,
  input: TodayInput,
): Today => {
  const { read, calendar } = store
  const today = todayOf()
  const scopes = scopesFor(read, user)
  const whose = scopes.find((name) => name === input.whose) ?? usualScope(read, user)
  const scope = queueScopeOf(read, user, whose)
  const desk: Desk = { read, user, today, calendar, thresholds: settingsOn(store.settings, 'supervision', today) }
  const { rows, cut } = lookUp(desk, scope, input.stood)
  const parts = placed(desk, rows, input.stood)
  return {
    scopes: [...scopes],
    whose,
    groups: queueGroups.flatMap((group) => {
      const lines = parts.get(group)
      return lines === undefined ? [] : [partOf(desk, group, lines, cut)]
    }),
    done: doneToday(read, today),
    ahead: aheadOf(desk, scope),
  }
}

interface Desk {
  readonly read: StoreReader
  readonly user: User
  readonly today: PlainDate
  readonly calendar: WorkCalendar
  readonly thresholds: TimeThresholds
}

type Stood = TodayInput['stood']

/** Every case that may have a place. `cut` = there were more than are looked at. */
const lookUp = ({ read, user, today }: Desk, scope: QueueScope, stood: Stood) => {
  const byLimit = read.queue.dueBy(addDays(today, horizonDays), scope, lookedAt)
  const byState = caseKinds.flatMap((kind) =>
    caseStates[kind]
      .filter((status) => stateGroupOf(kind, status, user.role) !== null)
      .map((status) => read.queue.inState(kindedStatus(kind, status), scope, lookedAt)),
  )
  const rows = new Map([...byLimit, ...byState.flat()].map((row) => [row.id, row]))
  const gone = stood.map(({ id }) => id).filter((id) => !rows.has(id))
  for (const row of read.queue.these(gone)) rows.set(row.id, row)
  return {
    rows: [...rows.values()],
    cut: byLimit.length === lookedAt || byState.some((found) => found.length === lookedAt),
  }
}

interface Line {
  readonly row: UnmaskedRow
  readonly time: LimitTime
  readonly handled: boolean
}

/** Each part in its order: what stood there first as it stood, then what came since. */
const placed = (desk: Desk, rows: readonly UnmaskedRow[], stood: Stood): ReadonlyMap<QueueGroup, readonly Line[]> => {
  const places = new Map(stood.map(({ id, group }, at) => [id, { group, at }]))
  const parts = new Map<QueueGroup, Line[]>()
  for (const row of rows) {
    const time = timeOf(desk, row)
    const now = row.closedOn === null ? queueGroupOf({ ...row, time: time.state }, desk.user.role) : null
    const group = places.get(row.id)?.group ?? now
    if (group === null) continue
    const lines = parts.get(group) ?? []
    lines.push({ row, time, handled: group !== now })
    parts.set(group, lines)
  }
  const placeOf = ({ row }: Line): number => places.get(row.id)?.at ?? stood.length
  for (const lines of parts.values()) lines.sort((a, b) => placeOf(a) - placeOf(b))
  return parts
}

const partOf = (desk: Desk, group: QueueGroup, lines: readonly Line[], cut: boolean): Today['groups'][number] => {
  const open = lines.filter(({ handled }) => !handled).length
  const rows = lines.slice(0, shownLines).map((line) => rowOf(desk, group, line))
  return { group, rows: isByTime(group) ? rows : inOrderOfDay(rows), total: open, more: cut && open > shownLines }
}

const isByTime = (group: QueueGroup): boolean => group !== 'waiting' && group !== 'ready' && group !== 'to_do'

/** The nearest day first. A part that has been looked at is in that order already, so that nothing moves: sorting is stable. */
const inOrderOfDay = (rows: readonly QueueRow[]): QueueRow[] =>
  rows.some(({ handledAt }) => handledAt !== null)
    ? [...rows]
    : [...rows].sort((a, b) => (a.day ?? last).localeCompare(b.day ?? last))

const last = '9999-12-31'

const rowOf = (desk: Desk, group: QueueGroup, { row, time, handled }: Line): QueueRow => {
  const { applicantPerson, ...shown } = row
  const owed = isByTime(group) ? null : nextOwed(desk, row.id)
  return {
    ...shown,
    applicant: applicantPerson ? maskName(row.applicant) : row.applicant,
    time: time.state,
    day: owed?.due ?? time.due,
    left: owed === null ? time.left : workdaysLeft(desk.today, owed.due, desk.calendar),
    next: row.closedOn === null ? nextActOf(row.kind, row.status, desk.user.role) : null,
    handledAt: handled ? newestAt(desk.read, row.id) : null,
  }
}

/** Of all that is still owed in the case what has to be done first. */
const nextOwed = ({ read, calendar }: Desk, id: string): Owed | null => {
  const found = read.cases.find(id)
  if (found === null) return null
  const open = factsOfCase(found.state, calendar).owed.filter(({ doneOn }) => doneOn === null)
  return [...open].sort((a, b) => a.due.localeCompare(b.due))[0] ?? null
}

const newestAt = (read: StoreReader, id: string): number =>
  Math.max(0, ...read.log.ofEntity(id).map(({ committedAt, canon }) => wallOf(canon) ?? committedAt ?? 0))

const wallOf = (canon: string): number | null => {
  const operation: unknown = JSON.parse(canon)
  return typeof operation === 'object' &&
    operation !== null &&
    'wall' in operation &&
    typeof operation.wall === 'number'
    ? operation.wall
    : null
}

const timeOf = ({ today, calendar, thresholds }: Desk, row: UnmaskedRow): LimitTime =>
  limitTimeOf(
    {
      clockStart: asDate(row.clockStart),
      statutoryDue: asDate(row.statutoryDue),
      promisedDue: asDate(row.promisedDue),
      closedOn: asDate(row.closedOn),
    },
    today,
    calendar,
    thresholds,
  )

const asDate = (text: string | null): PlainDate | null => (text !== null && isPlainDate(text) ? text : null)

/** How many limits end on each of the next working days. */
const aheadOf = ({ read, today, calendar }: Desk, scope: QueueScope): Today['ahead'] => {
  const first = workdayAfter(calendar, addDays(today, -1), 1)
  const days = Array.from({ length: daysAhead }, (_, n) => (n === 0 ? first : workdayAfter(calendar, first, n)))
  const to = days.at(-1) ?? first
  const counts = new Map(read.queue.countByDay(first, to, scope).map(({ day, count }) => [day, count]))
  return days.map((day) => ({ day, count: counts.get(day) ?? 0 }))
}
