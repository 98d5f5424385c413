import type { OwnParticulars } from '../../../contract/queries/agency.ts'
import { attachmentsOf } from '../../../domain/attachment/attachment-act.ts'
import type { MandateRecord } from '../../../domain/record/mandate/mandate-record.ts'
import { operationOf } from '../../../db/cases/case-operation-of.ts'
import type { StoreReader } from '../../../db/store.ts'

/** How many mandates back is looked: whoever has not worked here for so long types himself anew. */
const farBack = 50

/**
 * What the agent who asks said of himself, from the newest mandate that he himself drafted and that names him as the agent (AGY-20). It is his
 * own, so nothing of it is masked; of mandates that others drafted nothing is told, whatever name stands in them.
 */
export const ownParticulars = (
  read: StoreReader,
  { id, name }: { readonly id: string; readonly name: string },
): OwnParticulars | null => {
  const mandate = newestOwn(read, id, name)
  if (mandate === null) return null
  const { idNumber, phone } = mandate.content.representative
  return { idNumber, phone, idScan: idScanOf(read, mandate) }
}

const newestOwn = (read: StoreReader, staffId: string, name: string): MandateRecord | null => {
  const { rows } = read.records.list({
    kind: 'mandate',
    text: '',
    statuses: [],
    openOnly: false,
    order: 'newest',
    cursor: null,
    limit: farBack,
  })
  for (const { id } of rows) {
    const state = read.records.find(id)?.state ?? null
    const [opening] = read.log.ofEntity(id)
    if (state?.kind !== 'mandate' || opening === undefined) continue
    if (state.content.representative.name === name && operationOf(opening.canon).actor === staffId) return state
  }
  return null
}

/** The file among those of the cases that the mandate was used for. */
const idScanOf = (read: StoreReader, { idScans, uses }: MandateRecord): OwnParticulars['idScan'] => {
  const hash = idScans?.agent ?? null
  if (hash === null || read.blobs.find(hash) === null) return null
  for (const { caseId } of uses) {
    const state = read.cases.find(caseId)?.state ?? null
    const found = state === null ? undefined : attachmentsOf(state).find(({ blob }) => blob === hash)
    if (found === undefined) continue
    const { blob, size, type, name, role, material } = found
    return { blob, size, type, name, role, ...(material === undefined ? {} : { material }) }
  }
  return null
}
