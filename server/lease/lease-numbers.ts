import { sql } from 'kysely'
import type { LeaseInput, LeaseOutput, NumberBlock } from '../../contract/lease.ts'
import { type PlainDate, addDays, plainDateInShanghai, yearOf } from '../../domain/plain-date.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import { isCollecting } from '../restore/collecting.ts'
import type { Database, Tx } from '../store/connect.ts'
import { lockDevice } from '../store/devices.ts'
import { getEpoch } from '../store/identity.ts'
import { findIncarnation } from '../store/incarnations.ts'
import { transact } from '../store/transact.ts'
import type { SyncRefusal } from '../sync/sync-refusal.ts'
import type { Session } from '../sync/token.ts'

/** A block that is asked for again by its incarnation goes on for so long; nobody else ever gets what is left of one. */
export const leaseDays = 60

/** A restored database has forgotten the blocks of after its backup, and numbers of them may be printed: the next one lies this far behind. */
export const gapAfterRestore = 5000

/** `n` has at most six digits (domain/letters/letter-number.ts). */
export const largestNumber = 999_999

/**
 * SYN-72: the block that this incarnation has and does not know yet (an answer was lost), the one that it has and that is not used up, with
 * another end, or a new one behind all others of the series.
 */
export const leaseNumbers = (
  db: Database,
  session: Session,
  input: LeaseInput,
  now: number,
): Promise<Result<LeaseOutput, SyncRefusal>> =>
  transact(db, async (tx) => {
    const { center, device, inc } = session
    const known = await lockDevice(tx, center, device)
    if (known === null) return err({ code: 'device_unknown' })
    if (known.revoked) return err({ code: 'device_revoked' })
    if (session.epoch !== (await getEpoch(tx))) return err({ code: 'token_invalid' })
    if ((await findIncarnation(tx, session))?.state !== 'active') return err({ code: 'incarnation_waiting' })
    // What a restored server has forgotten of blocks, devices are about to bring.
    if (await isCollecting(tx)) return ok({ block: null })
    const today = plainDateInShanghai(now)
    const size = await blockSize(tx, center, input.series)
    if (size === null || input.year < yearOf(today) || input.year > yearOf(today) + 1) return ok({ block: null })
    const expiresOn = addDays(today, leaseDays)
    const newest = await findNewest(tx, center, input, device, inc)
    if (newest !== null && (newest.from > input.after || (newest.to === input.after && input.left > 0))) {
      await sql`
        update number_block set expires_on = ${expiresOn}
        where center = ${center} and series = ${input.series} and year = ${input.year} and from_n = ${newest.from}`.execute(
        tx,
      )
      return ok({ block: { ...newest, expiresOn } })
    }
    await lockSeries(tx, center, input)
    const from = (await lastLeased(tx, center, input)) + 1
    const to = from + Math.min(size, input.count) - 1
    if (to > largestNumber) return ok({ block: null })
    await sql`
      insert into number_block (center, series, year, from_n, to_n, device, inc, leased_at, expires_on)
      values (${center}, ${input.series}, ${input.year}, ${from}, ${to}, ${device}, ${inc}, ${now}, ${expiresOn})`.execute(
      tx,
    )
    return ok({ block: { from, to, expiresOn } })
  })

/** How many numbers of the series the center gives to a device at once; null = it gives none. */
const blockSize = async (tx: Tx, center: string, series: string): Promise<number | null> => {
  const row = await tx.selectFrom('center').select('data').where('center', '=', center).executeTakeFirst()
  const running = row?.data?.runningNumbers
  return running === undefined || !running.series.includes(series) ? null : running.block
}

const findNewest = async (
  tx: Tx,
  center: string,
  { series, year }: LeaseInput,
  device: string,
  inc: string,
): Promise<NumberBlock | null> => {
  const { rows } = await sql<{ from: number; to: number; expiresOn: PlainDate }>`
    select from_n as "from", to_n as "to", expires_on as "expiresOn" from number_block
    where center = ${center} and series = ${series} and year = ${year} and device = ${device} and inc = ${inc}
    order by from_n desc limit 1`.execute(tx)
  return rows[0] ?? null
}

/** A whole hall may ask for its blocks in one moment: each waits for the one before, until its commit. */
const lockSeries = async (tx: Tx, center: string, { series, year }: LeaseInput): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`number_block ${center} ${series} ${year}`}, 0))`.execute(
    tx,
  )
}

const lastLeased = async (tx: Tx, center: string, { series, year }: LeaseInput): Promise<number> => {
  const { rows } = await sql<{ last: number; restored: boolean }>`
    select greatest(
        coalesce((select max(to_n) from number_block b where b.center = ${center} and series = ${series} and year = ${year}), 0),
        coalesce((select max(n) from number_used u where u.center = ${center} and series = ${series} and year = ${year}), 0)
      ) as last,
      exists (select from restore_log where restored_at >= coalesce(
        (select max(leased_at) from number_block b where b.center = ${center} and series = ${series} and year = ${year}), 0)
      ) as restored`.execute(tx)
  const [found] = rows
  return found === undefined ? 0 : found.last + (found.restored ? gapAfterRestore : 0)
}
