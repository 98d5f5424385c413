import { sql } from 'kysely'
import { parseLetterNo } from '../../domain/letters/letter-number.ts'
import { isCollecting } from '../restore/collecting.ts'
import type { Tx } from '../store/connect.ts'
import type { JudgedOperation } from '../sync/judge-batch.ts'
import type { ReadOperation } from '../sync/read-operation.ts'

/** A running number that an operation carries, of no device. */
export interface RunningNumber {
  readonly series: string
  readonly year: number
  readonly n: number
}

export const runningNumberOf = (read: ReadOperation): RunningNumber | null => {
  if (read.type !== 'case' && read.type !== 'record') return null
  const { data } = read.operation
  const parts = 'letterNo' in data && data.letterNo !== undefined ? parseLetterNo(data.letterNo) : undefined
  return parts === undefined || parts.deviceNo !== null
    ? null
    : { series: parts.mark, year: Number(parts.year), n: parts.n }
}

export type NumberFault = 'number_not_leased' | 'number_taken'

/** What is wrong with a number; null = the device may give it. */
export type CheckNumber = (number: RunningNumber) => NumberFault | null

/** SYN-73: what the center knows of the running numbers in a batch. */
export const findNumberFaults = async (
  tx: Tx,
  { center, device }: { readonly center: string; readonly device: string },
  arrived: readonly ReadOperation[],
): Promise<CheckNumber> => {
  const numbers = arrived.flatMap((read) => runningNumberOf(read) ?? [])
  if (numbers.length === 0) return () => null
  const { rows } = await sql<RunningNumber & { leased: boolean; taken: boolean }>`
    select series, year, n,
      exists (
        select from number_block b where b.center = ${center} and b.series = asked.series and b.year = asked.year
          and asked.n between b.from_n and b.to_n and b.device = ${device}) as leased,
      exists (
        select from number_used u where u.center = ${center} and u.series = asked.series and u.year = asked.year
          and u.n = asked.n) as taken
    from json_to_recordset(${JSON.stringify(numbers)}::json) as asked(series text, year integer, n integer)`.execute(tx)
  // While a restored server collects, what it has forgotten of blocks refuses nobody.
  const collecting = await isCollecting(tx)
  const known = new Map(rows.map((row) => [nameOf(row), row]))
  return (number) => {
    const found = known.get(nameOf(number))
    if (found?.leased !== true && !collecting) return 'number_not_leased'
    return found?.taken === true ? 'number_taken' : null
  }
}

/** Keeps the numbers that took effect: each is given once. */
export const keepNumbers = async (
  tx: Tx,
  center: string,
  arrived: readonly ReadOperation[],
  judged: readonly JudgedOperation[],
): Promise<void> => {
  const used = judged.flatMap(({ op, verdict }, at) => {
    const read = arrived[at]
    const number = read === undefined ? null : runningNumberOf(read)
    const isInForce = verdict === 'applied' || verdict === 'merged'
    return number === null || op === null || !isInForce ? [] : [{ ...number, op }]
  })
  if (used.length === 0) return
  await sql`
    insert into number_used (center, series, year, n, op)
    select ${center}, series, year, n, op
    from json_to_recordset(${JSON.stringify(used)}::json) as row(series text, year integer, n integer, op uuid)`.execute(
    tx,
  )
}

export const nameOf = ({ series, year, n }: RunningNumber): string => `${series} ${year} ${n}`
