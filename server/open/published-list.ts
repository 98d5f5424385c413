import { sql } from 'kysely'
import { type PublicEntry, publicSpansOf } from '../../domain/kiosk/public-entry.ts'
import { type PlainDate, plainDateInShanghai } from '../../domain/plain-date.ts'
import type { Publication } from '../../domain/record/publication/publication-record.ts'
import type { RegisterEntry } from '../../domain/record/register/register-record.ts'
import { foldForSearch } from '../../domain/text/fold.ts'
import { keyed, progressKey } from '../kiosk/progress-key.ts'
import type { Tx } from '../store/connect.ts'
import { type OpenContext, openApi, openRefusal, written } from './context.ts'
import { openCursor, sealCursor } from './sealed-cursor.ts'

/** Records that one answer looks at, and how many are in memory at once. */
const mostRecords = 2000
const atOnce = 200
const begin = '00000000-0000-0000-0000-000000000000'

interface Wanted {
  readonly type?: PublicEntry['type'] | undefined
  readonly register?: string | undefined
  readonly q?: string | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** OPN-7: what everybody may read today, in the order it was entered; words are looked for in what is shown and in nothing else. */
export const listPublished = openApi.published.list.handler(({ input, context }) =>
  written(context, { act: 'published.list', subject: null }, () =>
    context.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((tx) => read(tx, context, input)),
  ),
)

const read = async (tx: Tx, { center, identity, now }: OpenContext, wanted: Wanted) => {
  const place = `published of ${center}`
  const key = progressKey(identity.signingKey, center)
  const today = plainDateInShanghai(now())
  const isAsked = matcherOf(wanted)
  const entries: { id: string; from: PlainDate; until: PlainDate | null; entry: PublicEntry }[] = []
  let after = wanted.cursor === undefined ? begin : openCursor(identity.tokenKey, place, wanted.cursor)
  if (after === null) throw openRefusal('CURSOR_GONE')
  const next = (at: string) => sealCursor(identity.tokenKey, place, at)
  for (let looked = 0; looked < mostRecords; looked += atOnce) {
    const page = await recordsAfter(tx, center, after)
    for (const state of page) {
      after = state.id
      const shown = publicSpansOf(state, today).find(({ from }) => from <= today)
      if (shown === undefined || !isAsked(shown.entry)) continue
      entries.push({ id: keyed(key, `entry\n${state.id}`), ...shown })
      if (entries.length === wanted.limit) return { entries, next: next(after) }
    }
    if (page.length < atOnce) return { entries, next: null }
  }
  return { entries, next: next(after) }
}

const recordsAfter = async (
  tx: Tx,
  center: string,
  after: string,
): Promise<readonly (Publication | RegisterEntry)[]> => {
  const { rows } = await sql<{ state: Publication | RegisterEntry }>`
    select state from record_state
    where center = ${center} and kind in ('publication', 'register') and id > ${after}::uuid
    order by id limit ${atOnce}`.execute(tx)
  return rows.map(({ state }) => state)
}

const matcherOf = ({ type, register, q }: Wanted): ((entry: PublicEntry) => boolean) => {
  const words = foldForSearch(q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
  return (entry) => {
    if (type !== undefined && entry.type !== type) return false
    if (register !== undefined && (entry.type !== 'register' || entry.register !== register)) return false
    if (words.length === 0) return true
    const text = foldForSearch(textOf(entry))
    return words.every((word) => text.includes(word))
  }
}

const textOf = (entry: PublicEntry): string =>
  (entry.type === 'register'
    ? Object.values(entry.values)
    : [entry.indexNo, entry.title, entry.summary, entry.documentNo, entry.organ, ...entry.keywords]
  )
    .filter((value) => value !== null)
    .join('\n')
