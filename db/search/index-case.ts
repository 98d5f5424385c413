import { type FoldedFields, tokensForIndex } from '../../domain/text/search-tokens.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'

/** Puts a case into the search index; one that is there already in place of what was there for it. */
export const indexCase = (connection: Connection, seq: number, fields: FoldedFields, isNew: boolean): void => {
  connection.run(isNew ? addTokens : put, { rowid: seq, tokens: tokensForIndex(fields).join(' ') })
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
