import { formatCaseNo, parseCaseNo } from '../../domain/case/case-number.ts'
import { type LetterKind, letterSeries } from '../../domain/letters/letter-kind.ts'
import { formatLetterNo, parseLetterNo } from '../../domain/letters/letter-number.ts'
import { type PlainDate, yearOf } from '../../domain/plain-date.ts'
import { type Connection, remembered } from '../connection.ts'
import { noteNumber, takeNumber } from '../leases/number-blocks.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'

/** `domain/case/case-number.ts` writes at least four digits and the contract reads at most six. */
const maxRunning = 999_999

/**
 * The next number of a device on a day. The counter is a row of its own, raised in the transaction that opens the case: a rollback
 * gives the number back, and nobody has seen it. Every number that arrives by a pull raises it too (`noteCaseNo`), whoever made it.
 *
 * A device number is never given to a second device (SYN-4), so another incarnation of this one can only be this store put back from
 * a copy or made again on the same device. It goes on above all that its predecessor has sent, once it has pulled; what the predecessor
 * printed and never sent is known to nobody, and the server finds such a pair as `case_no_taken`.
 */
export const nextCaseNo = (connection: Connection, center: string, on: PlainDate, deviceNo: string): string => {
  const key = { center, device_no: deviceNo, day: on.replaceAll('-', '') }
  return formatCaseNo(center, on, deviceNo, next(connection, key))
}

/** The next number of a letter's series on a device; the series of a letter begins anew every year. The same rules hold. */
export const nextLetterNo = (
  connection: Connection,
  center: string,
  letter: LetterKind,
  on: PlainDate,
  deviceNo: string,
): string => {
  const series = letterSeries[letter] ?? ''
  // Of the whole center, where a block of it was leased; what is used up or has ended is told, and the device's own number takes its place.
  const running = takeNumber(connection, { center, series, year: yearOf(on) }, on)
  if (running !== null) return formatLetterNo(letter, on, null, running)
  const key = { center, device_no: deviceNo, day: seriesOf(series, String(yearOf(on))) }
  return formatLetterNo(letter, on, deviceNo, next(connection, key))
}

const next = (connection: Connection, key: CounterKey): number => {
  const n = remembered(connection, factOf(key), () => connection.first(counter, key)?.last ?? 0) + 1
  if (n > maxRunning) throw new RangeError(`no number left for ${factOf(key)}`)
  connection.run(raise, { ...key, last: n })
  connection.facts.set(factOf(key), n)
  return n
}

const seriesOf = (mark: string, year: string): string => `${mark}${year}`

/** Keeps a number from being given again; for every operation that carries one, whatever its verdict: it may be printed. */
export const noteCaseNo = (connection: Connection, caseNo: string): void => {
  const parts = parseCaseNo(caseNo)
  if (parts === undefined) return
  const key = { center: parts.center, device_no: parts.deviceNo, day: parts.day }
  connection.run(raise, { ...key, last: parts.n })
  connection.facts.delete(factOf(key))
}

/** The same for many at once: of each device and day the highest says it all. */
export const noteCaseNos = (connection: Connection, caseNos: readonly string[]): void => {
  const highest = new Map<string, { readonly caseNo: string; readonly n: number }>()
  for (const caseNo of caseNos) {
    const parts = parseCaseNo(caseNo)
    if (parts === undefined) continue
    const name = `${parts.center} ${parts.deviceNo} ${parts.day}`
    if (parts.n > (highest.get(name)?.n ?? -1)) highest.set(name, { caseNo, n: parts.n })
  }
  for (const { caseNo } of highest.values()) noteCaseNo(connection, caseNo)
}

/** The same for the number of a letter. */
export const noteLetterNo = (connection: Connection, center: string, no: string): void => {
  const parts = parseLetterNo(no)
  if (parts === undefined) return
  if (parts.deviceNo === null) {
    noteNumber(connection, { center, series: parts.mark, year: Number(parts.year) }, parts.n)
    return
  }
  const key = { center, device_no: parts.deviceNo, day: seriesOf(parts.mark, parts.year) }
  connection.run(raise, { ...key, last: parts.n })
  connection.facts.delete(factOf(key))
}

type CounterKey = { readonly center: string; readonly device_no: string; readonly day: string }

const factOf = ({ center, device_no, day }: CounterKey): string => `counter ${center} ${device_no} ${day}`

const counter = statement<CounterKey>()((param) =>
  query
    .selectFrom('case_counter')
    .select('last')
    .where('center', '=', param('center'))
    .where('device_no', '=', param('device_no'))
    .where('day', '=', param('day')),
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
