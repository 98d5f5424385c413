import type { DraftInput } from '../../../contract/queries/drafts.ts'
import type { BlobFiles } from '../../../db/blobs/files.ts'
import type { Store } from '../../../db/store.ts'
import { type AttachmentFacts, type AttachmentRole, attachmentsPerCase } from '../../../domain/attachment/attachment.ts'
import { type Refusal, refusal } from '../../../domain/case/refusal.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { typeOfFile } from './type-of-file.ts'

export interface NewDraftFile {
  readonly draft: DraftInput
  readonly name: string
  readonly role: AttachmentRole
  readonly material?: string
  readonly bytes: Uint8Array
}

/** INT-14: papers that are scanned while the form is filled in. They are sealed on the disk at once and sent nowhere before there is a case. */
export interface DraftFiles {
  /** A form that is no draft yet becomes one with its first paper; both are there when this answers `ok`. */
  readonly add: (file: NewDraftFile, staffId: string) => Result<AttachmentFacts, Refusal>
  readonly remove: (id: string, blob: string, staffId: string) => void
  /** Null when the draft has no such file, or it can no longer be read. */
  readonly content: (
    id: string,
    blob: string,
    staffId: string,
  ) => { readonly file: AttachmentFacts; readonly bytes: Buffer } | null
  /** The draft and its papers go; what another draft or a case has as well stays. */
  readonly discard: (id: string, staffId: string) => void
}

interface DraftFileDeps {
  readonly store: Store
  readonly files: BlobFiles
  /** Epoch milliseconds. */
  readonly now: () => number
}

export const createDraftFiles = ({ store, files, now }: DraftFileDeps): DraftFiles => {
  const add: DraftFiles['add'] = ({ draft, bytes, ...said }, staffId) => {
    const type = typeOfFile(bytes)
    if (!type.ok) return type
    if (store.read.log.hasEntity(draft.id)) return err(refusal('case_exists'))
    const before = store.read.drafts.files(draft.id, staffId)
    if (before.length >= attachmentsPerCase)
      return err(refusal('attachments_too_many', { params: { max: attachmentsPerCase } }))
    const blob = files.put(bytes)
    const file: AttachmentFacts = { blob, size: bytes.length, type: type.value, ...said }
    const saved = store.transact((writer) => {
      // What is saved of it already is newer than what came with the paper.
      const own = store.read.drafts.find(draft.id, staffId) !== null || writer.drafts.save(draft, staffId, now())
      if (own) writer.drafts.addFile(draft.id, file)
      return own
    })
    if (saved) return ok(file)
    letGo([blob])
    return err(refusal('case_exists'))
  }

  /** Off the disk at once: nobody came to own what is in them. */
  const letGo = (blobs: readonly string[]): void => {
    if (blobs.length === 0) return
    const kept = store.read.drafts.named()
    // Without a row it was not attached here; a copy of what others attached is fetched again.
    for (const blob of blobs) if (!kept.has(blob) && store.read.blobs.find(blob) === null) files.remove(blob)
  }

  return {
    add,
    remove: (id, blob, staffId) => {
      if (!store.read.drafts.files(id, staffId).some((file) => file.blob === blob)) return
      store.transact((writer) => writer.drafts.removeFile(id, blob))
      letGo([blob])
    },
    content: (id, blob, staffId) => {
      const file = store.read.drafts.files(id, staffId).find((one) => one.blob === blob)
      const bytes = file === undefined ? null : files.read(blob)
      return file === undefined || bytes === null ? null : { file, bytes }
    },
    discard: (id, staffId) => {
      const held = store.read.drafts.files(id, staffId).map(({ blob }) => blob)
      store.transact((writer) => writer.drafts.discard(id, staffId))
      letGo(held)
    },
  }
}
