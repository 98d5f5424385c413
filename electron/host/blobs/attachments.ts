import { type Result, err, ok } from '../../../domain/result.ts'
import type { Attachment, AttachmentRole } from '../../../domain/attachment/attachment.ts'
import { mayOpenAttachments } from '../../../domain/attachment/may-open.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import type { Role } from '../../../domain/case/role.ts'
import { scopeOf } from '../../../db/scope/device-scope.ts'
import { seesPapers } from '../../../domain/scope/redact.ts'
import { type Refusal, refusal } from '../../../domain/case/refusal.ts'
import type { BlobFiles } from '../../../db/blobs/files.ts'
import { OperationTooLarge } from '../../../db/log/append.ts'
import { type Actor, type PerformDeps, type Performed, performIn, performedOf } from '../perform/perform.ts'
import { UndoneBy } from '../perform/undone-by.ts'
import type { Downloaded, WantedFile } from '../sync-agent/blob-lane/download-blob.ts'
import { filesInView } from './files-in-view.ts'
import { dropNobodysFiles } from './nobodys-files.ts'
import { recordIn } from './record-in.ts'
import { typeOfFile } from './type-of-file.ts'

export interface NewAttachment {
  readonly caseId: string
  readonly name: string
  readonly role: AttachmentRole
  readonly material?: string
  readonly bytes: Uint8Array
}

export type AttachmentContent =
  | { readonly attachment: Attachment; readonly bytes: Buffer }
  /** `not_in`: whoever attached it has not sent it yet. `broken`: the server cannot be reached just now. */
  | { readonly missing: 'unknown' | 'not_in' | 'broken' | 'not_permitted' }

export interface Attachments {
  /** The file is on the disk, sealed, before the act is recorded; both are there when this answers `ok`. */
  readonly attach: (file: NewAttachment, actor: Actor) => Result<Performed & { readonly blob: string }, Refusal>
  /** The bytes of a file of a case; one that another window attached is fetched, and kept. */
  readonly content: (caseId: string, blob: string, role: Role) => Promise<AttachmentContent>
  /** Lets go of what no matter of the store names any more; looks at most once an hour. */
  readonly tidy: () => void
}

export interface AttachmentDeps extends PerformDeps {
  readonly files: BlobFiles
  readonly fetchFile: (file: WantedFile) => Promise<Downloaded>
}

const hourMs = 3_600_000

export const createAttachments = (deps: AttachmentDeps): Attachments => {
  const { store, files, now } = deps

  const attach: Attachments['attach'] = ({ caseId, bytes, ...said }, actor) => {
    const read = typeOfFile(bytes)
    if (!read.ok) return read
    const found = store.read.cases.find(caseId)
    if (found === null) return err(refusal('case_unknown'))
    const blob = files.put(bytes)
    const isKnown = store.read.blobs.find(blob) !== null
    const act = { kind: 'case.attach', blob, size: bytes.length, type: read.value, ...said } as const
    try {
      const done = store.transact((writer) => {
        writer.blobs.add({ id: blob, size: bytes.length }, now())
        const performed = performIn(deps, writer, { caseId, base: found.state.version, act }, actor)
        if (!performed.ok) throw new UndoneBy(performed.error)
        // A store that stands alone has no other place to bring it to.
        if (store.read.meta.find('server') === null) recordIn(deps, writer, caseId, blob)
        return performed.value
      })
      return ok({ ...performedOf(done), blob })
    } catch (error) {
      if (!isKnown) files.remove(blob)
      if (error instanceof UndoneBy) return err(error.refusal)
      if (error instanceof OperationTooLarge)
        return err(refusal('invalid_fields', { fields: [{ field: 'name', code: 'too_long' }] }))
      throw error
    }
  }

  const findState = (caseId: string): CaseState | null => store.read.cases.find(caseId)?.state ?? null

  const content: Attachments['content'] = async (caseId, blob, role) => {
    const state = store.read.cases.find(caseId)?.state
    const attachment =
      state === undefined ? undefined : filesInView(findState, state).find(({ file }) => file.blob === blob)?.file
    if (state === undefined || attachment === undefined) return { missing: 'unknown' }
    if (!mayOpenAttachments(role, state)) return { missing: 'not_permitted' }
    const here = files.read(blob)
    if (here !== null) return { attachment, bytes: here }
    // The server would give it to nobody (ATT-16, ATT-17).
    if (!seesPapers(scopeOf(store.read.meta).kind)) return { missing: 'not_permitted' }
    if (attachment.detached !== null) return { missing: 'unknown' }
    // One that is there and cannot be read is fetched anew.
    files.remove(blob)
    const fetched = await deps.fetchFile({ id: blob, size: attachment.size, caseId })
    if (fetched !== 'here') return { missing: fetched }
    const bytes = files.read(blob)
    return bytes === null ? { missing: 'broken' } : { attachment, bytes }
  }

  let tidiedAt: number | null = null
  const tidy = (): void => {
    if (tidiedAt !== null && now() - tidiedAt < hourMs && now() >= tidiedAt) return
    tidiedAt = now()
    dropNobodysFiles(store, files)
  }

  return { attach, content, tidy }
}
