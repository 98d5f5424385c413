import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { bytesToUuid } from '../uuid.ts'

export interface StoredPhrase {
  readonly id: string
  readonly text: string
  /** Of the whole organ. */
  readonly shared: boolean
}

export interface PhraseReader {
  /** A person's own, then those of his organ, each in the order they were kept: their keys stay the same. */
  readonly list: (staffId: string, organ: string | null) => readonly StoredPhrase[]
}

export const phraseReader = (connection: Connection): PhraseReader => ({
  list: (staffId, organ) =>
    connection
      .all(known, { staffId, organ: organ ?? '' })
      .map(({ id, text, staff_id }) => ({ id: bytesToUuid(id), text, shared: staff_id === null })),
})

const known = statement<{ staffId: string; organ: string }>()((param) =>
  query
    .selectFrom('phrase')
    .select(['id', 'text', 'staff_id'])
    .where((eb) => eb.or([eb('staff_id', '=', param('staffId')), eb('organ', '=', param('organ'))]))
    .orderBy((eb) => eb('organ', 'is not', null))
    .orderBy('saved_at')
    .orderBy('id'),
)
