import type { WaitingFile } from '../../../contract/queries/sync-status.ts'
import type { StoredBlob } from '../../../db/blobs/reader.ts'
import type { Store } from '../../../db/store.ts'

/** SYN-116. */
export const waitingFiles = (
  { read: { blobs, cases, meta } }: Pick<Store, 'read'>,
  underWay: { readonly blob: string; readonly sent: number } | null,
): WaitingFile[] => {
  const refused = blobs.countRefused() === 0 ? [] : blobs.all().filter((file) => file.refused !== null)
  const shown = [...refused.slice(0, limit), ...blobs.waiting(meta.find('epoch') ?? '', limit)]
  return shown.map(({ id, size, addedAt, refused: reason }: StoredBlob) => ({
    blob: id,
    bytes: size,
    at: addedAt,
    caseNos: blobs.casesOf(id).flatMap((caseId) => cases.find(caseId)?.state.caseNo ?? []),
    refused: reason,
    sent: underWay?.blob === id ? underWay.sent : null,
  }))
}

const limit = 100
