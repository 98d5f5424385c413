import type { Connection } from '../connection.ts'
import { baseOf, findOwnOrigin } from '../log/origin.ts'
import { type MetaKey, metaKeys, metaReader } from '../meta/reader.ts'
import { query } from '../query.ts'
import { type NoParams, named, statement } from '../statement.ts'
import type { JournalStanding, JournalTip } from './entry.ts'

/** What makes a new database this device again; everything else in it comes from operations or from the server. */
const keptMeta: ReadonlySet<string> = new Set([
  'incarnation',
  'device',
  'server',
  'server_ca',
  'device_key',
  'epoch',
  'certificate',
])
const keptKeys: readonly MetaKey[] = metaKeys.filter((key) => keptMeta.has(key))

/** One text; equal as long as nothing of it changed. */
export const identityOf = (connection: Connection): Readonly<Record<string, string>> => {
  const { find } = metaReader(connection)
  return Object.fromEntries(
    keptKeys.flatMap((key) => {
      const value = find(key)
      return value === null ? [] : [[key, value]]
    }),
  )
}

export const standingOf = (connection: Connection, tip: JournalTip | null): JournalStanding => {
  const device = metaReader(connection).findDevice()
  const counters = device === null ? [] : connection.all(countersOf, { device_no: device.deviceNo })
  const days = counters.filter(({ day }) => isDay(day)).slice(-keptDays)
  const series = counters.filter(({ day }) => !isDay(day))
  const newest = series.reduce((year, { day }) => Math.max(year, Number(day.slice(-4))), 0)
  const lasting = series.filter(({ day }) => Number(day.slice(-4)) >= newest - 1)
  return {
    meta: identityOf(connection),
    counters: [...days, ...lasting].map(({ center, device_no, day, last }) => [center, device_no, day, last] as const),
    tip,
    ...baseIn(connection),
  }
}

const baseIn = (connection: Connection): Pick<JournalStanding, 'base'> => {
  const origin = findOwnOrigin(connection)
  const base = origin === null ? null : baseOf(connection, origin)
  return base === null ? {} : { base }
}

/** Numbers of a day long past are not given any more. */
const keptDays = 60

const isDay = (text: string): boolean => /^\d{8}$/.test(text)

/** Puts counters where a standing says they were, never back. */
export const raiseCounters = (connection: Connection, { counters }: Pick<JournalStanding, 'counters'>): void => {
  for (const [center, device_no, day, last] of counters) connection.run(raise, { center, device_no, day, last })
  connection.facts.clear()
}

const countersOf = statement<{ device_no: string }>()((param) =>
  query
    .selectFrom('case_counter')
    .select(['center', 'device_no', 'day', 'last'])
    .where('device_no', '=', param('device_no'))
    .orderBy('day'),
)

/** Every counter there is, for the gap after a loss. */
export const allCounters = statement<NoParams>()(() =>
  query.selectFrom('case_counter').select(['center', 'device_no', 'day', 'last']),
)

const raise = statement<{ center: string; device_no: string; day: string; last: number }>()((param) =>
  query
    .insertInto('case_counter')
    .values(named(param, ['center', 'device_no', 'day', 'last']))
    .onConflict((conflict) =>
      conflict
        .columns(['center', 'device_no', 'day'])
        .doUpdateSet((eb) => ({ last: eb.ref('excluded.last') }))
        .whereRef('excluded.last', '>', 'case_counter.last'),
    ),
)
