import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { PulledOperation } from '../../contract/sync.ts'
import type { HeadRun } from '../../contract/sync-scope.ts'
import type { Connection } from '../connection.ts'
import { headHash } from '../log/chain.ts'
import { type HybridTime, formatBareTime, parseTime, seenTime } from '../log/hlc.ts'
import { earlierIncarnations } from '../log/incarnation.ts'
import { findOrigin, findOwnOrigin } from '../log/origin.ts'
import { metaReader } from '../meta/reader.ts'
import { putMeta } from '../meta/writer.ts'
import { putHeadRuns } from '../scope/head-runs.ts'
import { leaveMatters, leaveScope } from '../scope/leave-scope.ts'
import { countOnUnindexed } from '../search/unindexed.ts'
import { bytesToHex, hexToBytes } from '../uuid.ts'
import type { WriteScope } from '../write-scope.ts'
import { advanceAck } from './ack.ts'
import { type PullCursor, syncReader } from './reader.ts'
import { type Classified, classify, envelopesOf } from './classify.ts'
import { closeBases } from './find-base.ts'
import { foldMemory } from './fold-memory.ts'
import { knownRows } from './known-rows.ts'
import { ownBySeq, putCursor } from './statements.ts'
import { takeIn } from './take-in.ts'
import { touchedEntities } from './touched.ts'

export interface PulledPage {
  readonly center: string
  /** In commit order, from the number after the cursor, without gaps. */
  readonly ops: readonly PulledOperation[]
  /** What of the history is none of this device's: with `ops` it leaves no number out (SYN-58). */
  readonly runs?: readonly HeadRun[]
  /** Earlier operations of matters that come back. */
  readonly brought?: readonly PulledOperation[]
  /** Matters that are none of this device's any more. */
  readonly left?: readonly string[]
}

export interface AppliedPage {
  readonly operations: number
  /** Kept but not folded: unknown kind or version, data that break their schema, or a text that is no operation. */
  readonly held: number
  /** Operation ids that are here with another hash, or that do not continue their chain: the history was forked (sync.md 2.8). */
  readonly forked: readonly string[]
}

/**
 * `gap`: the page does not follow the cursor (`expected` next). `hash_mismatch`: the rolling hash there is another one. `own_fork`: it holds
 * another text in the place of an own operation that waits: two copies of this store are at work (SYN-27).
 */
export interface PageProblem {
  readonly code: 'gap' | 'hash_mismatch' | 'own_fork'
  readonly cseq: number
  readonly expected: number
}

/** See `SyncWriter.applyPull`. */
export const applyPull = (
  connection: Connection,
  scope: WriteScope,
  calendar: WorkCalendar,
  { center, ops, runs = [], brought = [], left = [] }: PulledPage,
): Result<AppliedPage, PageProblem> => {
  const cursor = syncReader(connection).cursor(center)
  const walked = walkPage(cursor, ops, runs)
  if ('code' in walked) return err(walked)
  const late = brought.find(({ cseq }) => cseq > cursor.cseq)
  if (late !== undefined) return err({ code: 'gap', cseq: late.cseq, expected: cursor.cseq })
  const read = ops.map((pulled) => ({ pulled, classified: classify(pulled.canon) }))
  const fork = ownFork(connection, read)
  if (fork !== null) return err(fork)
  if (walked.cseq === cursor.cseq) return ok({ operations: 0, held: 0, forked: [] })
  countOnUnindexed(connection)
  const touched = touchedEntities(connection, scope, calendar, foldMemory(connection, ops.length))
  leaveScope(connection, touched, center, runs)
  leaveMatters(connection, touched, left)
  putHeadRuns(connection, center, runs)
  const all = [...brought.map((pulled) => ({ pulled, classified: classify(pulled.canon) })), ...read]
  const rows = knownRows(
    connection,
    all.flatMap(({ classified }) => envelopesOf(classified)),
  )
  const outcomes = all.map(({ pulled, classified }) => ({
    pulled,
    ...takeIn(connection, touched, rows, center, pulled, classified),
  }))
  rows.finish()
  closeBases(connection)
  noteTimes(connection, outcomes)
  connection.run(putCursor, { center, cseq: walked.cseq, head: hexToBytes(walked.head) })
  const own = findOwnOrigin(connection)
  if (own !== null) advanceAck(connection, own)
  touched.refold()
  return ok({
    operations: ops.length,
    held: outcomes.filter(({ type }) => type === 'held').length,
    forked: outcomes.flatMap(({ type, op }) => (type === 'forked' && op !== null ? [op] : [])),
  })
}

interface ReadOperation {
  readonly pulled: PulledOperation
  readonly classified: Classified
}

/** In this incarnation or an earlier one: what a journal brought back may wait in a chain that has ended since. */
const ownFork = (connection: Connection, ops: readonly ReadOperation[]): PageProblem | null => {
  const { find, findDevice } = metaReader(connection)
  const device = findDevice()?.device
  if (device === undefined) return null
  const own = new Set([find('incarnation') ?? '', ...earlierIncarnations(connection)])
  for (const { pulled, classified } of ops) {
    if (classified.type === 'unreadable' || classified.envelope.device !== device) continue
    const { inc, seq } = classified.envelope
    if (!own.has(inc)) continue
    const { cseq, hash } = pulled
    const origin = findOrigin(connection, device, inc)
    const here = origin === null ? null : connection.first(ownBySeq, { origin, seq })
    const waits = here !== null && here.status !== null && here.cseq === null
    if (waits && bytesToHex(here.hash) !== hash) return { code: 'own_fork', cseq, expected: cseq }
  }
  return null
}

/**
 * Numbers without a gap, and a rolling hash that binds order, text hash and verdict of everything so far. Over what was not given, the head
 * is the one that was given with it: a signed head proves it later (SYN-31).
 */
const walkPage = (
  cursor: PullCursor,
  ops: readonly PulledOperation[],
  runs: readonly HeadRun[],
): PullCursor | PageProblem => {
  let at = cursor
  const left = [...runs]
  const passRun = (): void => {
    for (let run = left[0]; run?.from === at.cseq + 1 && run.to >= run.from; run = left[0]) {
      at = { cseq: run.to, head: run.head }
      left.shift()
    }
  }
  for (const pulled of ops) {
    passRun()
    const expected = at.cseq + 1
    if (pulled.cseq !== expected) return { code: 'gap', cseq: pulled.cseq, expected }
    const next = headHash(at.head, pulled.cseq, pulled.hash, pulled.verdict)
    if (next !== pulled.head) return { code: 'hash_mismatch', cseq: pulled.cseq, expected }
    at = { cseq: pulled.cseq, head: next }
  }
  passRun()
  const [stray] = left
  return stray === undefined ? at : { code: 'gap', cseq: stray.from, expected: at.cseq + 1 }
}

/** Own operations come after what was seen; a clock far ahead of the server's is not followed. */
const noteTimes = (
  connection: Connection,
  seen: readonly { readonly pulled: PulledOperation; readonly hlc: string | null }[],
): void => {
  const before = parseTime(metaReader(connection).find('hlc_seen') ?? '')
  let newest: HybridTime | null = before
  for (const { pulled, hlc } of seen) {
    const other = parseTime(pulled.hlcEff === '' ? (hlc ?? '') : pulled.hlcEff)
    if (other !== null) newest = seenTime(newest, other, pulled.committedAt)
  }
  if (newest !== null && newest !== before) putMeta(connection, 'hlc_seen', formatBareTime(newest))
}
