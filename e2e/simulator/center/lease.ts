import type { LeaseInput, LeaseOutput } from '../../../contract/lease.ts'
import { addDays, plainDateInShanghai, yearOf } from '../../../domain/plain-date.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { gapAfterRestore, largestNumber, leaseDays } from '../../../server/lease/lease-numbers.ts'
import { type CheckNumber, nameOf, runningNumberOf } from '../../../server/lease/running-numbers.ts'
import type { JudgedOperation } from '../../../server/sync/judge-batch.ts'
import type { ReadOperation } from '../../../server/sync/read-operation.ts'
import type { SyncRefusal } from '../../../server/sync/sync-refusal.ts'
import type { Session } from '../../../server/sync/token.ts'
import { type CenterState, type LeasedBlock, incarnationOf } from './center-state.ts'

/** What server/lease/lease-numbers.ts does with SQL. */
export const lease = (
  state: CenterState,
  session: Session,
  input: LeaseInput,
  now: number,
): Result<LeaseOutput, SyncRefusal> => {
  const { device, inc } = session
  const known = state.devices.get(device)
  if (known === undefined) return err({ code: 'device_unknown' })
  if (known.revokedAt !== null) return err({ code: 'device_revoked' })
  if (session.epoch !== state.epoch) return err({ code: 'token_invalid' })
  if (incarnationOf(state, { device, inc })?.state !== 'active') return err({ code: 'incarnation_waiting' })
  if (state.collectingSince !== null) return ok({ block: null })
  const today = plainDateInShanghai(now)
  const running = state.data.runningNumbers
  const { series, year } = input
  if (running?.series.includes(series) !== true || year < yearOf(today) || year > yearOf(today) + 1)
    return ok({ block: null })
  const expiresOn = addDays(today, leaseDays)
  const ofSeries = state.blocks.filter((block) => block.series === series && block.year === year)
  const newest = ofSeries.findLast((block) => block.device === device && block.inc === inc)
  if (newest !== undefined && (newest.from > input.after || (newest.to === input.after && input.left > 0))) {
    state.blocks = state.blocks.map((block) => (block === newest ? { ...block, expiresOn } : block))
    return ok({ block: { from: newest.from, to: newest.to, expiresOn } })
  }
  const used = [...state.numbersUsed.values()].filter((number) => number.series === series && number.year === year)
  const last = Math.max(0, ...ofSeries.map(({ to }) => to), ...used.map(({ n }) => n))
  const leasedAt = Math.max(0, ...ofSeries.map((block) => block.leasedAt))
  const from = last + (state.restoredAt.some((at) => at >= leasedAt) ? gapAfterRestore : 0) + 1
  const to = from + Math.min(running.block, input.count) - 1
  if (to > largestNumber) return ok({ block: null })
  const block: LeasedBlock = { series, year, from, to, device, inc, leasedAt: now, expiresOn }
  state.blocks = [...state.blocks, block]
  return ok({ block: { from, to, expiresOn } })
}

/** What server/lease/running-numbers.ts finds with SQL. */
export const numberFaults =
  (state: CenterState, device: string): CheckNumber =>
  (number) => {
    const isLeased = state.blocks.some(
      (block) =>
        block.series === number.series &&
        block.year === number.year &&
        block.device === device &&
        block.from <= number.n &&
        number.n <= block.to,
    )
    if (!isLeased && state.collectingSince === null) return 'number_not_leased'
    return state.numbersUsed.has(nameOf(number)) ? 'number_taken' : null
  }

export const keepUsed = (
  state: CenterState,
  arrived: readonly ReadOperation[],
  judged: readonly JudgedOperation[],
): void => {
  for (const [at, { op, verdict }] of judged.entries()) {
    const read = arrived[at]
    const number = read === undefined ? null : runningNumberOf(read)
    const isInForce = verdict === 'applied' || verdict === 'merged'
    if (number !== null && op !== null && isInForce) state.numbersUsed.set(nameOf(number), number)
  }
}
