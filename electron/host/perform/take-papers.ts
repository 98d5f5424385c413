import type { AttachmentFacts } from '../../../domain/attachment/attachment.ts'
import { attachmentsOf } from '../../../domain/attachment/attachment-act.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import type { Refusal } from '../../../domain/case/refusal.ts'
import { type Result, ok } from '../../../domain/result.ts'
import type { Store, StoreWriter } from '../../../db/store.ts'
import { recordIn } from '../blobs/record-in.ts'
import { type Actor, type PerformDeps, performIn } from './perform.ts'

/**
 * INT-14: the papers that lie in the draft of a case, and for a part of a bundle those of the bundle, which were handed in for all of its
 * matters together. To be read before the opening: that ends the draft.
 */
export const papersOfDraft = (
  { read }: Pick<Store, 'read'>,
  id: string,
  { staffId }: Actor,
): readonly AttachmentFacts[] => read.drafts.files(id, staffId)

/** Attaches them to the case that was just opened, in its transaction; answers the case after it. */
export const takePapers = (
  deps: PerformDeps,
  writer: StoreWriter,
  opened: CaseState,
  ofDraft: readonly AttachmentFacts[],
  actor: Actor,
): Result<CaseState, Refusal> => {
  let state = opened
  for (const facts of [...ofDraft, ...papersOfBundle(deps.store, opened)]) {
    const { blob, size } = facts
    writer.blobs.add({ id: blob, size }, deps.now())
    const act = { kind: 'case.attach', ...facts } as const
    const attached = performIn(deps, writer, { caseId: state.id, base: state.version, act }, actor)
    if (!attached.ok) return attached
    if (deps.store.read.meta.find('server') === null) recordIn(deps, writer, state.id, blob)
    state = deps.store.read.cases.find(state.id)?.state ?? attached.value
  }
  return ok(state)
}

const papersOfBundle = ({ read }: Store, part: CaseState): readonly AttachmentFacts[] => {
  if (part.kind !== 'service' || part.intake.bundle === undefined) return []
  const bundle = read.cases.find(part.intake.bundle.caseId)?.state ?? null
  if (bundle === null) return []
  return attachmentsOf(bundle)
    .filter(({ detached }) => detached === null)
    .map(({ on: _on, in: _in, detached: _detached, ...facts }) => facts)
}
