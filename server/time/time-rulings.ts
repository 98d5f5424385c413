import type { Operation } from '../../contract/operation.ts'
import { isAdditive } from '../../domain/case/workflow.ts'
import { type TimeRuling, judgeTime, possibleInstant } from '../../domain/time-claim/time-claim.ts'
import type { ReadOperation } from '../sync/read-operation.ts'
import { isToldTime } from './time-token.ts'

/** What can be said of the time of an operation, with the instant nearest to the one that it names at which it can have been made. */
export interface ActTime extends TimeRuling {
  readonly at: number
}

/** What can be said of the time of each operation that was read, by its id (CLK-25). A word that is not this server's proves nothing. */
export const timeRulings = (
  arrived: readonly ReadOperation[],
  tokenKey: Buffer,
  receivedAt: number,
): ReadonlyMap<string, ActTime> =>
  new Map(
    arrived.flatMap((read) => {
      if (read.type !== 'case' && read.type !== 'record') return []
      const { envelope, operation } = read
      const facts = { wall: envelope.wall, day: operation.data.on, attested: provedOf(envelope, tokenKey) }
      const at = possibleInstant(facts, receivedAt)
      return [[envelope.op, { ...judgeTime(facts, receivedAt), at }] as const]
    }),
  )

/** SYN-70: the matter is marked where the operation can move its days; a print or a note moves none. */
export const marksMatter = (read: ReadOperation, ruling: TimeRuling | undefined): boolean =>
  read.type === 'case' && ruling?.claim === 'disputed' && !isAdditive(read.operation.kind)

const provedOf = ({ device, attest }: Operation, tokenKey: Buffer) =>
  attest !== undefined && isToldTime(tokenKey, device, attest) ? { at: attest.at, elapsed: attest.elapsed } : null
