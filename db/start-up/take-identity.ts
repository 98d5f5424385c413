import { randomUUID } from 'node:crypto'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { Connection } from '../connection.ts'
import type { JournalStanding, JournalTip } from '../journal/entry.ts'
import type { Journal } from '../journal/journal.ts'
import { inTransaction, redoAll } from '../journal/reconcile.ts'
import { raiseCounters } from '../journal/standing.ts'
import { beginIncarnation } from '../log/incarnation.ts'
import { baseOf, findOrigin, originOf, setBase } from '../log/origin.ts'
import { type MetaKey, metaKeys, metaReader } from '../meta/reader.ts'
import { putMeta } from '../meta/writer.ts'

/** Who the device is, when the database is older than that or there is none; and the numbers it has given. */
export const takeIdentity = (connection: Connection, journal: Journal): void => {
  const before = metaReader(connection).find('incarnation')
  for (const entry of journal.entries()) {
    if (entry.type !== 'standing') continue
    for (const key of metaKeys.filter(isIdentity)) {
      const value = entry.standing.meta[key]
      if (value !== undefined) putMeta(connection, key, value)
    }
    takeBase(connection, entry.standing)
    raiseCounters(connection, entry.standing)
  }
  const now = metaReader(connection).find('incarnation')
  if (now === null) putMeta(connection, 'incarnation', randomUUID())
  // How far the server had come counts within one incarnation.
  else if (before !== null && now !== before) for (const key of ['ack', 'safe'] as const) putMeta(connection, key, '0')
}

/** What the copy says of these is as old as the copy. What it has read of the center and what the server has said are its own. */
const isIdentity = (key: MetaKey): boolean => key !== 'epoch'

const takeBase = (connection: Connection, { base, meta: { incarnation } }: JournalStanding): void => {
  const device = metaReader(connection).findDevice()
  if (base === undefined || incarnation === undefined || device === null) return
  const origin = originOf(connection, device.device, incarnation)
  if (baseOf(connection, origin) === null) setBase(connection, origin, base)
}

/**
 * JRN-20: a database from before an incarnation that the journal goes on in was put back. It becomes the device of today, with all that the
 * journal has, in a chain of its own. Answers how many operations it lacked.
 */
export const catchUp = (connection: Connection, calendar: WorkCalendar, journal: Journal): number => {
  const meta = metaReader(connection)
  const device = meta.findDevice()
  const latest = incarnationOf(journal)
  if (device === null || latest === null || latest === meta.find('incarnation')) return 0
  // The journal may be the one that was put back.
  if (findOrigin(connection, device.device, latest) !== null) return 0
  inTransaction(connection, () => takeIdentity(connection, journal))
  const redone = redoAll(connection, calendar, journal)
  inTransaction(connection, () => beginAfterLoss(connection, journal))
  return redone
}

/**
 * A new chain after the last one, of which the journal knows the end and nobody here how much the server has. Where that one continued
 * another itself, this one names the first link of it that is known: the server must see that it comes after it, and not beside it.
 */
export const beginAfterLoss = (connection: Connection, journal: Journal): void => {
  const meta = metaReader(connection)
  const inc = meta.find('incarnation') ?? ''
  const origin = findOrigin(connection, meta.findDevice()?.device ?? '', inc)
  const isKnown = Number(meta.find('ack') ?? '0') > 0
  const first = isKnown || origin === null || baseOf(connection, origin) === null ? null : firstLinkOf(journal, inc)
  beginIncarnation(connection, randomUUID(), first ?? 'own_ack')
}

const firstLinkOf = (journal: Journal, inc: string): JournalTip | null => {
  for (const entry of journal.entries()) {
    const [first] =
      entry.type === 'standing' ? [entry.standing.tip] : entry.operations.filter((each) => each.inc === inc)
    if (first?.inc === inc) return { inc, seq: first.seq, hash: first.hash }
  }
  return null
}

const incarnationOf = (journal: Journal): string | null => {
  const identity: unknown = JSON.parse(journal.identity() ?? 'null')
  return typeof identity === 'object' && identity !== null && 'incarnation' in identity
    ? String(identity.incarnation)
    : null
}
