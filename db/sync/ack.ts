import type { Connection } from '../connection.ts'
import { putMeta } from '../meta/writer.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { positionOf } from './reader.ts'

/** Moves `ack` over the own operations that have got their verdict, by the answer to a push or by a pull that came before it. */
export const advanceAck = (connection: Connection, origin: number): void => {
  const { ack } = positionOf(connection, origin)
  let reached = ack
  while (connection.first(committedAt, { origin, seq: reached + 1 }) !== null) reached++
  if (reached > ack) putMeta(connection, 'ack', String(reached))
}

const committedAt = statement<{ origin: number; seq: number }>()((param) =>
  query
    .selectFrom('operation')
    .select('n')
    .where('origin', '=', param('origin'))
    .where('seq', '=', param('seq'))
    .where('cseq', 'is not', null),
)
