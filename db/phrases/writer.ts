import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'
import { uuidToBytes } from '../uuid.ts'
import type { WriteScope } from '../write-scope.ts'

export interface NewPhrase {
  readonly id: string
  /** Null = of the organ. */
  readonly staffId: string | null
  readonly organ: string | null
  readonly text: string
  readonly savedAt: number
}

export interface PhraseWriter {
  readonly add: (phrase: NewPhrase) => void
  /** Of this person or his organ; false when there is none. */
  readonly remove: (id: string, staffId: string, organ: string | null) => boolean
}

export const phraseWriter = (connection: Connection, scope: WriteScope): PhraseWriter => ({
  add: ({ id, staffId, organ, text, savedAt }) => {
    scope.touch('drafts')
    connection.run(put, { id: uuidToBytes(id), staff_id: staffId, organ, text, saved_at: savedAt })
  },
  remove: (id, staffId, organ) => {
    scope.touch('drafts')
    return connection.run(drop, { id: uuidToBytes(id), staffId, organ: organ ?? '' }).rows > 0
  },
})

type PhraseRow = {
  readonly id: Uint8Array
  readonly staff_id: string | null
  readonly organ: string | null
  readonly text: string
  readonly saved_at: number
}

const put = statement<PhraseRow>()((param) =>
  query.insertInto('phrase').values(named(param, ['id', 'staff_id', 'organ', 'text', 'saved_at'])),
)

const drop = statement<{ id: Uint8Array; staffId: string; organ: string }>()((param) =>
  query
    .deleteFrom('phrase')
    .where('id', '=', param('id'))
    .where((eb) => eb.or([eb('staff_id', '=', param('staffId')), eb('organ', '=', param('organ'))])),
)
