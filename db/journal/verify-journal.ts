import type { Connection } from '../connection.ts'
import { findOwnOrigin } from '../log/origin.ts'
import { metaReader } from '../meta/reader.ts'
import { type StoreProblem, problemList, type ProblemList } from '../upkeep/problems.ts'
import type { VerifyReport } from '../upkeep/verify.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { StoreError } from '../store-error.ts'
import { bytesToHex } from '../uuid.ts'
import type { Journal } from './journal.ts'
import { entriesOf, readSegments } from './read-journal.ts'
import { segmentName } from './segment.ts'

/** Adds to a report what is wrong with the journal: what cannot be read in it, and what it does not have. */
export const withJournal = (
  report: VerifyReport,
  connection: Connection,
  journal: Journal,
  key: Uint8Array,
): VerifyReport => {
  const problems = problemList()
  try {
    verifyJournal(connection, journal, key, problems)
  } catch (error) {
    // A page of the log that cannot be read is in the report already.
    if (!(error instanceof StoreError) || error.code !== 'damaged') throw error
  }
  const found: readonly StoreProblem[] = problems.all()
  return found.length === 0 ? report : { ...report, ok: false, problems: [...report.problems, ...found] }
}

const verifyJournal = (connection: Connection, journal: Journal, key: Uint8Array, problems: ProblemList): void => {
  for (const { segment, at } of journal.damage()) problems.add('journal_damaged', segment, `byte ${String(at)}`)
  const seen = new Set(journal.damage().map(({ segment }) => segment))
  const inc = metaReader(connection).find('incarnation')
  const hashes = new Map<number, string>()
  for (const one of readSegments(journal.dir, key)) {
    const name = segmentName(one.segment)
    const damage = one.scanned === null ? { at: 0 } : one.scanned.damage
    if (damage !== null && !seen.has(name)) problems.add('journal_damaged', name, `byte ${String(damage.at)}`)
    for (const entry of entriesOf(one)) {
      if (entry.type !== 'operations') continue
      for (const operation of entry.operations) if (operation.inc === inc) hashes.set(operation.seq, operation.hash)
    }
  }
  const origin = findOwnOrigin(connection)
  if (origin === null) return
  connection.each(unsafeOwn, { origin }, ({ seq, hash }) => {
    const kept = hashes.get(seq)
    if (kept === undefined) problems.add('journal_behind', `seq ${String(seq)}`, 'not in the journal')
    else if (kept !== bytesToHex(hash)) problems.add('journal_mismatch', `seq ${String(seq)}`, 'another text')
  })
}

const unsafeOwn = statement<{ origin: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(['seq', 'hash'])
    .where('origin', '=', param('origin'))
    .where('status', 'in', ['pending', 'sent', 'committed'])
    .orderBy('seq'),
)
