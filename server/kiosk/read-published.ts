import { sql } from 'kysely'
import type { PublishedInput, PublishedOutput, PublishedRow } from '../../contract/sync-published.ts'
import { publicSpansOf, wasEverPublic } from '../../domain/kiosk/public-entry.ts'
import { type PlainDate, plainDateInShanghai } from '../../domain/plain-date.ts'
import type { Publication } from '../../domain/record/publication/publication-record.ts'
import type { RegisterEntry } from '../../domain/record/register/register-record.ts'
import type { Result } from '../../domain/result.ts'
import type { Database, Tx } from '../store/connect.ts'
import type { SyncRefusal } from '../sync/sync-refusal.ts'
import type { Session } from '../sync/token.ts'
import { keyed, progressKey } from './progress-key.ts'
import { readForTerminal } from './read-for-terminal.ts'

/** Commits that one answer looks at, and bytes of the states that it is made from. */
const mostCommits = 2000
const mostBytes = 2 * 1024 * 1024
/** Raised when the same state is shown in another way: terminals then read everything anew. */
const rules = '1'

/**
 * SYN-100: entries of the catalogue and of the public registers that were touched after a commit number, as everybody may read them, for a
 * terminal and for nothing else.
 */
export const readPublished = async (
  db: Database,
  session: Session,
  { center, after }: PublishedInput,
  signingKey: Buffer,
  now: number,
): Promise<Result<PublishedOutput, SyncRefusal>> => {
  const key = progressKey(signingKey, center)
  return readForTerminal(db, session, center, async (tx) => ({
    rules,
    ...(await read(tx, center, after, key, plainDateInShanghai(now))),
  }))
}

const read = async (tx: Tx, center: string, after: number, key: Buffer, today: PlainDate) => {
  const { cseq: head } = await tx
    .selectFrom('center')
    .select('cseq')
    .where('center', '=', center)
    .executeTakeFirstOrThrow()
  const end = Math.min(head, after + mostCommits)
  const touched = await entriesTouched(tx, center, after, end)
  const rows: PublishedRow[] = []
  const gone: string[] = []
  let bytes = 0
  let upTo = end
  for (const { state, last, size } of touched) {
    bytes += size
    if (bytes > mostBytes && size < bytes) {
      upTo = last - 1
      break
    }
    const id = keyed(key, `entry\n${state.id}`)
    const spans = publicSpansOf(state, today)
    if (spans.length > 0) rows.push({ id, spans })
    else if (wasEverPublic(state)) gone.push(id)
  }
  return { upTo, head, rows, gone }
}

interface Touched {
  readonly state: Publication | RegisterEntry
  /** Commit number of the last thing that was done to it within the stretch. */
  readonly last: number
  readonly size: number
}

/** In the order of what was done to them last, so that a stretch can be cut anywhere. */
const entriesTouched = async (tx: Tx, center: string, after: number, upTo: number): Promise<readonly Touched[]> => {
  const { rows } = await sql<Touched>`
    with touched as (
      select entity::uuid as id, max(cseq) as last from op_log
      where center = ${center} and cseq > ${after} and cseq <= ${upTo} and entity !~ ':' and op is not null
      group by entity
    )
    select r.state, touched.last, octet_length(r.state::text) as size
    from touched join record_state r on r.center = ${center} and r.id = touched.id
    where r.kind in ('publication', 'register')
    order by touched.last`.execute(tx)
  return rows
}
