import type { Connection } from '../connection.ts'
import { findOrigin } from '../log/origin.ts'
import { metaReader } from '../meta/reader.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import type { Journal } from './journal.ts'

const trimmedFact = 'journal trimmed at'

/**
 * Lets go of what the server holds safely. Asked for between two customers; nothing is read unless the server has said something new
 * since the last time.
 */
export const trimJournal = (connection: Connection, journal: Journal): number => {
  const meta = metaReader(connection)
  const device = meta.findDevice()
  const mark = `${meta.find('incarnation') ?? ''} ${meta.find('safe') ?? '0'}`
  if (device === null || connection.facts.get(trimmedFact) === mark) return 0
  connection.facts.set(trimmedFact, mark)
  return journal.trim((inc, seq) => {
    const origin = findOrigin(connection, device.device, inc)
    // One whose operations have all moved into a later incarnation stands in the journal a second time.
    return origin === null || connection.first(unsafeUpTo, { origin, seq }) === null
  })
}

const unsafeUpTo = statement<{ origin: number; seq: number }>()((param) =>
  query
    .selectFrom('operation')
    .select('n')
    .where('origin', '=', param('origin'))
    .where('seq', '<=', param('seq'))
    .where('status', 'in', ['pending', 'sent', 'committed'])
    .limit(1),
)
