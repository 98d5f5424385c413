import type { Connection } from '../connection.ts'
import { metaReader } from '../meta/reader.ts'
import { putMeta } from '../meta/writer.ts'
import { positionOf } from './reader.ts'
import { markSafe, unmarkSafe } from './statements.ts'

/**
 * I7: what the server says is safe, and never more: neither above what it has committed nor above its newest word. A restored server says
 * less than it did, and what it does not hold any more is kept here again.
 */
export const noteSafe = (connection: Connection, origin: number, said: number): void => {
  const before = Number(metaReader(connection).find('safe') ?? '0')
  const safe = Math.min(said, positionOf(connection, origin).ack)
  if (safe === before) return
  if (safe > before) connection.run(markSafe, { origin, from: before, safe })
  else connection.run(unmarkSafe, { origin, safe })
  putMeta(connection, 'safe', String(safe))
}
