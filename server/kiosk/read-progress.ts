import type { ProgressInput, ProgressOutput, ProgressRow } from '../../contract/sync-progress.ts'
import { progressRulesName, progressTexts } from '../../domain/kiosk/progress-proof.ts'
import { type PlainDate, plainDateInShanghai } from '../../domain/plain-date.ts'
import { type Result, ok } from '../../domain/result.ts'
import type { Database, Tx } from '../store/connect.ts'
import type { SyncRefusal } from '../sync/sync-refusal.ts'
import type { Session } from '../sync/token.ts'
import { keyed, progressKey } from './progress-key.ts'
import { publicProgressOf, readProgressFacts, statesWithFamily, touchedBetween } from './public-progress.ts'
import { readForTerminal } from './read-for-terminal.ts'

/** Commits that one answer looks at. */
export const mostCommits = 2000

/**
 * SYN-90: rows of the matters that were touched after a commit number, for a terminal and for nothing else: keyed hashes, the step that is
 * public, and days. No number, no name, no subject.
 */
export const readProgress = async (
  db: Database,
  session: Session,
  { center, after }: ProgressInput,
  signingKey: Buffer,
  now: number,
): Promise<Result<ProgressOutput, SyncRefusal>> => {
  const key = progressKey(signingKey, center)
  const told = await readForTerminal(db, session, center, (tx) =>
    read(tx, center, after, key, plainDateInShanghai(now)),
  )
  return told.ok ? ok({ ...told.value, key: key.toString('base64') }) : told
}

const read = async (tx: Tx, center: string, after: number, key: Buffer, today: PlainDate) => {
  const facts = await readProgressFacts(tx, center, today)
  const { head, rules } = facts
  const upTo = Math.min(head, after + mostCommits)
  const states = await statesWithFamily(tx, center, touchedBetween(center, after, upTo))
  const rows: ProgressRow[] = []
  const gone: string[] = []
  for (const state of states.values()) {
    const id = matterId(key, state.id)
    const hashes = progressTexts(state.caseNo, state.applicant, rules).map((text) => keyed(key, text))
    const told = publicProgressOf(state, states, facts)
    // What nothing leads to cannot be looked up.
    if (told === null || hashes.length === 0) gone.push(id)
    else rows.push({ id, hashes, ...told })
  }
  return { rules: progressRulesName(rules), upTo, head, rows, gone }
}

export const matterId = (key: Buffer, id: string): string => keyed(key, `matter\n${id}`)
