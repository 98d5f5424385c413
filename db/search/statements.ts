import { sql } from 'kysely'
import { type WithinParams, isWithin } from '../cases/list-within.ts'
import { query } from '../query.ts'
import { type Param, type SqlParams, type Statement, statement } from '../statement.ts'

/** What a search asks beside the match itself. One statement for each shape that occurs. */
export interface HitShape {
  /** For each unproven term (match.ts): can it also be proven by another match? */
  readonly unproven: readonly ('word' | 'word_or_match')[]
  readonly statuses: boolean
  readonly openOnly: boolean
  /** Further filters of the list. */
  readonly within: boolean
}

export type HitParams = SqlParams &
  WithinParams & {
    readonly match: string
    readonly before: number
    readonly limit: number
    /** `word0` …: patterns of GLOB (match.ts). */
  } & { readonly [word: `word${number}`]: string } & { readonly [match: `match${number}`]: string }

export interface HitStatements {
  /** Keys of matching cases, newest first. The index hands them out in that order, so a page reads no further than it needs. */
  readonly page: Statement<HitParams, { seq: number }>
  /** How many there are, up to `limit`. */
  readonly count: Statement<HitParams, { count: number }>
}

export const hitStatements = (shape: HitShape): HitStatements => {
  const name = JSON.stringify(shape)
  const known = statements.get(name)
  if (known !== undefined) return known
  const made = {
    page: statement<HitParams>()((param) => hits(param, shape).orderBy('case_fts.rowid', 'desc')),
    // Unsorted: to hand out keys downwards takes the index half as long again.
    count: statement<HitParams>()((param) =>
      query.selectFrom(hits(param, shape).as('hits')).select((eb) => eb.fn.countAll<number>().as('count')),
    ),
  }
  statements.set(name, made)
  return made
}

/** Bounded by the length of a search text: each term has two characters at least, counting the blank. */
const statements = new Map<string, HitStatements>()

const hits = (param: Param<HitParams>, { unproven, statuses, openOnly, within }: HitShape) => {
  const found = query
    .selectFrom('case_fts')
    .select('case_fts.rowid as seq')
    .where(sql<boolean>`case_fts.case_fts match ${param('match')}`)
    .where('case_fts.rowid', '<', param('before'))
    .limit(param('limit'))
  if (unproven.length === 0 && !statuses && !openOnly && !within) return found
  // `cross join` keeps SQLite from turning the loops round: index first, row by key second.
  let joined = found.crossJoin('cases').whereRef('cases.seq', '=', 'case_fts.rowid')
  unproven.forEach((kind, at) => {
    // A third less work than `instr`, which tries every place with the whole word.
    const word = sql<boolean>`cases.haystack glob ${param(`word${at}`)}`
    const match = sql<boolean>`case_fts.rowid in (select proven.rowid from case_fts as proven where proven.case_fts match ${param(`match${at}`)})`
    joined = joined.where(kind === 'word' ? word : sql<boolean>`(${word} or ${match})`)
  })
  if (statuses) {
    joined = joined.where(sql<boolean>`+cases.status in (select value from json_each(${param('statuses')}))`)
  }
  // `+`: the row is read by its key, not looked for in an index of open cases.
  if (openOnly) joined = joined.where(sql<boolean>`+cases.closed is null`)
  if (within) joined = joined.where(isWithin(param))
  return joined
}
