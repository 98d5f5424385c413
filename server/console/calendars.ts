import { ORPCError } from '@orpc/server'
import { sql } from 'kysely'
import type { dayKinds } from '../../contract/console-calendars.ts'
import { findNoticeDefects } from '../../domain/calendar/check-notice.ts'
import { calendarWith } from '../../domain/calendar/in-use.ts'
import { stateCouncilNotices } from '../../domain/calendar/data/state-council.ts'
import type { HolidayNotice } from '../../domain/calendar/calendar-version.ts'
import { type WorkCalendar, isWorkday } from '../../domain/calendar/work-calendar.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { movedLimits } from '../../domain/case/moved-limits.ts'
import type { Refusal } from '../../domain/case/refusal.ts'
import { dayNumberOf } from '../../domain/plain-date.ts'
import type { CalendarRecord } from '../../domain/record/calendar/calendar-record.ts'
import type { RecordState } from '../../domain/record/record-state.ts'
import type { Result } from '../../domain/result.ts'
import { recordAdminAct } from '../admin/admin-act.ts'
import { performRecord } from '../admin/perform-record.ts'
import { centerCalendar } from '../store/center-calendar.ts'
import type { Database } from '../store/connect.ts'
import { transact } from '../store/transact.ts'
import { administrator, consoleApi } from './context.ts'

/** Cases that one request looks through: some tenths of a second. */
const casesPerPart = 1000

export const listCalendars = consoleApi.calendars.list.handler(async ({ context }) => {
  const { db, center } = await administrator(context)
  return db.transaction().execute(async (tx) => {
    const { version } = await centerCalendar(tx, center)
    const records = await calendarRecords(tx, center)
    const own = records.map((record) => ({
      ...lineOf(record.notice),
      record: { id: record.id, version: record.version, status: record.status, reason: record.reason },
    }))
    const shipped = stateCouncilNotices.map((notice) => ({ ...lineOf(notice), record: null }))
    const lines = [...own, ...shipped].sort((a, b) => b.year - a.year || (a.publishedOn < b.publishedOn ? 1 : -1))
    return { inUse: { id: version.id, from: version.from, to: version.to }, lines }
  })
})

export const checkCalendar = consoleApi.calendars.check.handler(async ({ input: { notice }, context }) => {
  const { db, center } = await administrator(context)
  const { inUse, next } = await bothCalendars(db, center, notice)
  const defects = findNoticeDefects(notice, inUse.version)
  return {
    defects: [...defects],
    days: (defects.length > 0 ? [] : notice.days).flatMap(({ date, name }) => {
      const [before, after] = [kindOf(inUse, dayNumberOf(date)), kindOf(next, dayNumberOf(date))]
      return before === after ? [] : [{ date, name, before, after }]
    }),
  }
})

export const movedByCalendar = consoleApi.calendars.moved.handler(async ({ input: { notice, after }, context }) => {
  const { db, center } = await administrator(context)
  const { inUse, next } = await bothCalendars(db, center, notice)
  const { rows } = await sql<{ id: string; state: CaseState }>`
    select id, state from case_state
    where center = ${center} and closed_on is null ${after === null ? sql`` : sql`and id > ${after}`}
    order by id limit ${casesPerPart}`.execute(db)
  const all = after === null ? await openCases(db, center) : null
  return {
    moved: rows.flatMap(({ state }) => movedLimits(state, inUse, next) ?? []),
    seen: rows.length,
    next: rows.length < casesPerPart ? null : (rows.at(-1)?.id ?? null),
    all,
  }
})

export const takeCalendar = consoleApi.calendars.use.handler(async ({ input, context }) => {
  const { recordId, notice, moved } = input
  const acts = [
    { kind: 'calendar.import', notice },
    { kind: 'calendar.activate', moved },
  ] as const
  await perform(context, { recordId, base: 0, acts }, { act: 'calendar use', subject: { name: notice.id, moved } })
  return {}
})

export const withdrawCalendar = consoleApi.calendars.withdraw.handler(async ({ input, context }) => {
  const { recordId, base, reason } = input
  const acts = [{ kind: 'calendar.withdraw', reason }] as const
  await perform(context, { recordId, base, acts }, { act: 'calendar withdraw', subject: { reason } })
  return {}
})

const perform = async (
  context: Parameters<typeof administrator>[0],
  work: Parameters<typeof performRecord>[3],
  {
    act,
    subject,
  }: {
    readonly act: 'calendar use' | 'calendar withdraw'
    readonly subject: Readonly<Record<string, string | number>>
  },
): Promise<void> => {
  const { db, center, staff } = await administrator(context)
  const done = await transact(db, async (tx): Promise<Result<RecordState, Refusal>> => {
    const performed = await performRecord(tx, center, staff, work)
    if (!performed.ok) return performed
    const { notice } = performed.value as CalendarRecord
    const named = { name: notice.id, ...subject }
    await recordAdminAct(tx, { center, act, account: staff.login, subject: named, at: Date.now() })
    return performed
  })
  if (done.ok) return
  const { code } = done.error
  throw new ORPCError('NOT_PERMITTED', { status: 409, message: code, data: { code } })
}

const bothCalendars = async (
  db: Database,
  center: string,
  notice: HolidayNotice,
): Promise<{ readonly inUse: WorkCalendar; readonly next: WorkCalendar }> => {
  const inUse = (await calendarRecords(db, center)).flatMap((one) => (one.status === 'active' ? [one.notice] : []))
  return { inUse: calendarWith(inUse), next: calendarWith([...inUse, notice]) }
}

const calendarRecords = async (db: Database, center: string): Promise<readonly CalendarRecord[]> => {
  const { rows } = await sql<{ state: CalendarRecord }>`
    select state from record_state where center = ${center} and kind = 'calendar'`.execute(db)
  return rows.map(({ state }) => state)
}

const openCases = async (db: Database, center: string): Promise<number> => {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from case_state where center = ${center} and closed_on is null`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

const lineOf = ({ id, year, number, publishedOn, url, scope, days }: HolidayNotice) => ({
  id,
  year,
  number,
  publishedOn,
  url,
  regional: scope === 'regional',
  daysOff: days.filter(({ kind }) => kind === 'off').length,
  daysWorked: days.filter(({ kind }) => kind === 'work').length,
})

const kindOf = (calendar: WorkCalendar, day: number): (typeof dayKinds)[number] =>
  isWorkday(calendar, day) ? 'worked' : 'free'
