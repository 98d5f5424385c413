import type { DraftInput, DraftSummary } from '../../contract/queries/drafts.ts'
import type { AttachmentFacts } from '../../domain/attachment/attachment.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { type NoParams, statement } from '../statement.ts'
import { bytesToHex, bytesToUuid, uuidToBytes } from '../uuid.ts'

export interface StoredDraft extends DraftInput {
  /** Epoch milliseconds. */
  readonly savedAt: number
}

/** Drafts belong to the staff member who types them. */
export interface DraftReader {
  /** Newest first. */
  readonly list: (staffId: string) => readonly DraftSummary[]
  readonly find: (id: string, staffId: string) => StoredDraft | null
  /** Papers that were scanned into it, in the order they came; none of somebody else's draft. */
  readonly files: (id: string, staffId: string) => readonly AttachmentFacts[]
  /** Ids of the files of every draft: they are nobody's to let go of. */
  readonly named: () => ReadonlySet<string>
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
  files: (id, staffId) =>
    connection.all(filesOf, { id: uuidToBytes(id), staffId }).map(({ blob, material, ...facts }) => ({
      blob: bytesToHex(blob),
      ...facts,
      ...(material === null ? {} : { material }),
    })),
  named: () => new Set(connection.all(namedFiles, {}).map(({ blob }) => bytesToHex(blob))),
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

const filesOf = statement<{ id: Uint8Array; staffId: string }>()((param) =>
  query
    .selectFrom('draft_file')
    .innerJoin('draft', 'draft.id', 'draft_file.draft')
    .select(['blob', 'size', 'type', 'name', 'role', 'material'])
    .where('draft_file.draft', '=', param('id'))
    .where('draft.staff_id', '=', param('staffId'))
    .orderBy('n'),
)

const namedFiles = statement<NoParams>()(() =>
  query.selectFrom('draft_file').innerJoin('draft', 'draft.id', 'draft_file.draft').select('blob').distinct(),
)
