import type { AttachmentType } from '../../domain/attachment/attachment-type.ts'
import type { AttachmentRole } from '../../domain/attachment/attachment.ts'
import type { CaseKind } from '../../domain/case/case-state.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { type NoParams, named, statement } from '../statement.ts'
import type { Salvaged } from './salvage.ts'

/** Forms that were begun, and which papers belong to them: those of the damaged file in place of those of the copy, which are as old as it is. */
export const putDrafts = (connection: Connection, { drafts, draftFiles }: Salvaged): void => {
  if (drafts === null) return
  connection.run(dropDrafts, {})
  connection.run(dropFiles, {})
  for (const row of drafts) putDraft(connection, row)
  for (const row of draftFiles) putFile(connection, row)
}

type Salvage = Readonly<Record<string, unknown>>

const putDraft = (connection: Connection, { id, saved_at, staff_id, kind, title, form }: Salvage): void => {
  if (!(id instanceof Uint8Array) || typeof saved_at !== 'number') return
  const texts = { staff_id, kind, title, form }
  if (!areTexts(texts)) return
  connection.run(insertDraft, { id, saved_at, ...texts, kind: texts.kind as CaseKind })
}

const putFile = (connection: Connection, { draft, blob, size, type, name, role, material, n }: Salvage): void => {
  if (!(draft instanceof Uint8Array) || !(blob instanceof Uint8Array)) return
  if (typeof size !== 'number' || typeof n !== 'number') return
  const texts = { type, name, role }
  if (!areTexts(texts) || (typeof material !== 'string' && material !== null)) return
  const kinds = { type: texts.type as AttachmentType, role: texts.role as AttachmentRole }
  connection.run(insertFile, { draft, blob, size, n, material, name: texts.name, ...kinds })
}

const areTexts = <K extends string>(values: Readonly<Record<K, unknown>>): values is Readonly<Record<K, string>> =>
  Object.values(values).every((value) => typeof value === 'string')

const dropDrafts = statement<NoParams>()(() => query.deleteFrom('draft'))

const dropFiles = statement<NoParams>()(() => query.deleteFrom('draft_file'))

type DraftValues = {
  readonly id: Uint8Array
  readonly saved_at: number
  readonly staff_id: string
  readonly kind: CaseKind
  readonly title: string
  readonly form: string
}

const insertDraft = statement<DraftValues>()((param) =>
  query
    .insertInto('draft')
    .orReplace()
    .values(named(param, ['id', 'staff_id', 'kind', 'title', 'saved_at', 'form'])),
)

type FileValues = {
  readonly draft: Uint8Array
  readonly blob: Uint8Array
  readonly size: number
  readonly type: AttachmentType
  readonly name: string
  readonly role: AttachmentRole
  readonly material: string | null
  readonly n: number
}

const insertFile = statement<FileValues>()((param) =>
  query
    .insertInto('draft_file')
    .orReplace()
    .values(named(param, ['draft', 'blob', 'size', 'type', 'name', 'role', 'material', 'n'])),
)
