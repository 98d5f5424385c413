import type { DraftInput } from '../../contract/queries/drafts.ts'
import type { AttachmentFacts } from '../../domain/attachment/attachment.ts'
import type { CaseKind } from '../../domain/case/case-state.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'
import { hexToBytes, uuidToBytes } from '../uuid.ts'
import type { WriteScope } from '../write-scope.ts'

export interface DraftWriter {
  /** Makes or overwrites; false when the id belongs to a draft of somebody else, and then nothing changes. */
  readonly save: (draft: DraftInput, staffId: string, savedAt: number) => boolean
  /** False when there was none. `CaseWriter.record` of an opening act discards the draft of the same id by itself. */
  readonly discard: (id: string, staffId: string) => boolean
  /** Notes a paper of the draft, whose bytes are on the disk; the same bytes again take the new name. */
  readonly addFile: (id: string, file: AttachmentFacts) => void
  readonly removeFile: (id: string, blob: string) => void
}

export const draftWriter = (connection: Connection, scope: WriteScope): DraftWriter => ({
  save: ({ id, kind, title, form }, staffId, savedAt) => {
    scope.touch('drafts')
    const row = { id: uuidToBytes(id), staff_id: staffId, kind, title, saved_at: savedAt, form }
    return connection.run(put, row).rows > 0
  },
  discard: (id, staffId) => {
    scope.touch('drafts')
    return discardDraft(connection, id, staffId)
  },
  addFile: (id, { blob, material = null, ...facts }) => {
    scope.touch('drafts')
    connection.run(putFile, { draft: uuidToBytes(id), blob: hexToBytes(blob), material, ...facts })
  },
  removeFile: (id, blob) => {
    scope.touch('drafts')
    connection.run(removeFile, { draft: uuidToBytes(id), blob: hexToBytes(blob) })
  },
})

/** Takes the draft and the list of its papers; true when there was one. */
export const discardDraft = (connection: Connection, id: string, staffId: string): boolean => {
  const draft = uuidToBytes(id)
  if (connection.run(remove, { id: draft, staffId }).rows === 0) return false
  connection.run(removeFiles, { draft })
  return true
}

type DraftRow = {
  readonly id: Uint8Array
  readonly staff_id: string
  readonly kind: CaseKind
  readonly title: string
  readonly saved_at: number
  readonly form: string
}

const put = statement<DraftRow>()((param) =>
  query
    .insertInto('draft')
    .values(named(param, ['id', 'staff_id', 'kind', 'title', 'saved_at', 'form']))
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((eb) => ({
          kind: eb.ref('excluded.kind'),
          title: eb.ref('excluded.title'),
          saved_at: eb.ref('excluded.saved_at'),
          form: eb.ref('excluded.form'),
        }))
        .whereRef('draft.staff_id', '=', 'excluded.staff_id'),
    ),
)

const remove = statement<{ id: Uint8Array; staffId: string }>()((param) =>
  query.deleteFrom('draft').where('id', '=', param('id')).where('staff_id', '=', param('staffId')),
)

type DraftFileRow = Omit<AttachmentFacts, 'blob' | 'material'> & {
  readonly material: string | null
  readonly draft: Uint8Array
  readonly blob: Uint8Array
}

const putFile = statement<DraftFileRow>()((param) =>
  query
    .insertInto('draft_file')
    .values((eb) => ({
      ...named(param, ['draft', 'blob', 'size', 'type', 'name', 'role', 'material']),
      n: eb
        .selectFrom('draft_file as before')
        .select((of) => of(of.fn.coalesce(of.fn.max('before.n'), of.lit(0)), '+', of.lit(1)).as('next'))
        .where('before.draft', '=', param('draft')),
    }))
    .onConflict((conflict) =>
      conflict.columns(['draft', 'blob']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        role: eb.ref('excluded.role'),
        material: eb.ref('excluded.material'),
      })),
    ),
)

const removeFile = statement<{ draft: Uint8Array; blob: Uint8Array }>()((param) =>
  query.deleteFrom('draft_file').where('draft', '=', param('draft')).where('blob', '=', param('blob')),
)

const removeFiles = statement<{ draft: Uint8Array }>()((param) =>
  query.deleteFrom('draft_file').where('draft', '=', param('draft')),
)
