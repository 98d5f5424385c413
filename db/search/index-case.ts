import { type FoldedFields, tokensForIndex } from '../../domain/text/search-tokens.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'

/** Puts the words of a case into the search index in place of those that are there for it. */
export const indexAgain = (connection: Connection, seq: number, fields: FoldedFields): void => {
  connection.run(put, { rowid: seq, tokens: tokensForIndex(fields).join(' ') })
}

/** The words of a case that has no entry yet. */
export const addTokensOf = (connection: Connection, seq: number, fields: FoldedFields): void => {
  connection.run(addTokens, { rowid: seq, tokens: tokensForIndex(fields).join(' ') })
}

export const unindexCase = (connection: Connection, seq: number): void => {
  connection.run(remove, { rowid: seq })
}

type IndexRow = { readonly rowid: number; readonly tokens: string }

/** For a case that has no entry yet. */
export const addTokens = statement<IndexRow>()((param) =>
  query.insertInto('case_fts').values(named(param, ['rowid', 'tokens'])),
)

const put = statement<IndexRow>()((param) =>
  query
    .insertInto('case_fts')
    .orReplace()
    .values(named(param, ['rowid', 'tokens'])),
)

const remove = statement<{ rowid: number }>()((param) =>
  query.deleteFrom('case_fts').where('rowid', '=', param('rowid')),
)
