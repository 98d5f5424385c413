import type { DraftInput } from '../../contract/queries/drafts.ts'
import type { CaseKind } from '../../domain/case/case-state.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'
import { uuidToBytes } from '../uuid.ts'
import type { WriteScope } from '../write-scope.ts'

export interface DraftWriter {
  /** Makes or overwrites; false when the id belongs to a draft of somebody else, and then nothing changes. */
  readonly save: (draft: DraftInput, staffId: string, savedAt: number) => boolean
  /** False when there was none. `CaseWriter.record` of an opening act discards the draft of the same id by itself. */
  readonly discard: (id: string, staffId: string) => boolean
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
})

/** True when there was one. */
export const discardDraft = (connection: Connection, id: string, staffId: string): boolean =>
  connection.run(remove, { id: uuidToBytes(id), staffId }).rows > 0

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
