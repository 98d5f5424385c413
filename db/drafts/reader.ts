import type { DraftInput, DraftSummary } from '../../contract/queries/drafts.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { bytesToUuid, uuidToBytes } from '../uuid.ts'

export interface StoredDraft extends DraftInput {
  /** Epoch milliseconds. */
  readonly savedAt: number
}

/** Drafts belong to the staff member who types them. */
export interface DraftReader {
  /** Newest first. */
  readonly list: (staffId: string) => readonly DraftSummary[]
  readonly find: (id: string, staffId: string) => StoredDraft | null
}

export const draftReader = (connection: Connection): DraftReader => ({
  list: (staffId) =>
    connection.all(ofStaff, { staffId }).map((row) => ({
      id: bytesToUuid(row.id),
      kind: row.kind,
      title: row.title,
      savedAt: row.saved_at,
    })),
  find: (id, staffId) => {
    const row = connection.first(byId, { id: uuidToBytes(id), staffId })
    return row === null ? null : { id, kind: row.kind, title: row.title, form: row.form, savedAt: row.saved_at }
  },
})

export const ofStaff = statement<{ staffId: string }>()((param) =>
  query
    .selectFrom('draft')
    .select(['id', 'kind', 'title', 'saved_at'])
    .where('staff_id', '=', param('staffId'))
    .orderBy('saved_at', 'desc'),
)

const byId = statement<{ id: Uint8Array; staffId: string }>()((param) =>
  query
    .selectFrom('draft')
    .select(['kind', 'title', 'saved_at', 'form'])
    .where('id', '=', param('id'))
    .where('staff_id', '=', param('staffId')),
)
