import { attachmentsOf } from '../../../domain/attachment/attachment-act.ts'
import { plainDateInShanghai } from '../../../domain/plain-date.ts'
import type { StoreWriter } from '../../../db/store.ts'
import type { PerformDeps } from '../perform/perform.ts'

/** Says in the case that the whole file is in. The device says it under nobody's name; done again it changes nothing. */
export const recordIn = (
  { store, now, monotonic, newId }: PerformDeps,
  writer: StoreWriter,
  caseId: string,
  blob: string,
): void => {
  const found = store.read.cases.find(caseId)
  const attachment = found === null ? undefined : attachmentsOf(found.state).find((each) => each.blob === blob)
  // Not there where the attaching act took no effect: nobody waits for the file then.
  if (found === null || found.held || attachment === undefined) return
  if (!attachment.in) {
    const wall = now()
    writer.cases.record(
      { kind: 'case.attachment_in', data: { blob, on: plainDateInShanghai(wall) } },
      {
        op: newId(),
        entity: caseId,
        base: found.state.version,
        actor: 'system',
        session: null,
        wall,
        mono: monotonic(),
      },
    )
  }
  writer.blobs.told(blob, caseId)
}
