import type { CaseCommon } from '../case/case-common.ts'
import { type FieldProblem, type Refusal, refusal } from '../case/refusal.ts'
import type { CheckContext } from '../case/case-module.ts'
import type { PlainDate } from '../plain-date.ts'
import { type Attachment, type AttachmentFacts, attachmentLimit, attachmentsPerCase } from './attachment.ts'

/** Acts on the files of a case. The first three are additive: they hold whatever another desk did meanwhile. */
export type AttachmentAct =
  | ({ readonly kind: 'case.attach' } & AttachmentFacts)
  | { readonly kind: 'case.detach'; readonly blob: string; readonly reason: string }
  /** The device that attached it says that the server holds the whole file. Nobody does this by hand. */
  | { readonly kind: 'case.attachment_in'; readonly blob: string }
  /** The closed matter goes into the archive (归档), whole. */
  | { readonly kind: 'case.archive' }

type Filed = Pick<CaseCommon, 'attachments' | 'archivedOn' | 'closedOn'>

/** Absent = none were ever attached. */
export const attachmentsOf = ({ attachments }: Pick<CaseCommon, 'attachments'>): readonly Attachment[] =>
  attachments ?? []

/** Attached, and its bytes are not in. */
export const attachmentsMissing = (state: Filed): readonly Attachment[] =>
  attachmentsOf(state).filter((each) => !each.in && each.detached === null)

export const validateAttachment = (act: AttachmentAct): readonly FieldProblem[] => {
  switch (act.kind) {
    case 'case.attach':
      return [
        ...(act.name.trim() === '' ? [{ field: 'name', code: 'required' } as const] : []),
        ...(act.size > 0 ? [] : [{ field: 'size', code: 'required' } as const]),
        ...(act.size > attachmentLimit ? [{ field: 'size', code: 'too_long' } as const] : []),
      ]
    case 'case.detach':
      return act.reason.trim() === '' ? [{ field: 'reason', code: 'required' }] : []
    case 'case.attachment_in':
    case 'case.archive':
      return []
  }
}

export const guardAttachment = (state: Filed, act: AttachmentAct, { lookUp }: CheckContext): Refusal | null => {
  const found = act.kind === 'case.archive' ? undefined : findAttachment(state, act.blob)
  switch (act.kind) {
    case 'case.attach':
      if (state.archivedOn !== undefined) return refusal('case_archived', { params: { on: state.archivedOn } })
      if (found === undefined && attachmentsOf(state).length >= attachmentsPerCase)
        return refusal('attachments_too_many', { params: { max: attachmentsPerCase } })
      // Only where the file is can it be attached; whoever judges later takes the operation at its word.
      return lookUp?.hasBlob?.(act.blob) === false ? refusal('attachment_unknown') : null
    case 'case.detach':
      if (state.archivedOn !== undefined) return refusal('case_archived', { params: { on: state.archivedOn } })
      return found === undefined || found.detached !== null ? refusal('attachment_unknown') : null
    case 'case.attachment_in':
      return found === undefined ? refusal('attachment_unknown') : null
    case 'case.archive': {
      if (state.archivedOn !== undefined) return refusal('case_archived', { params: { on: state.archivedOn } })
      if (state.closedOn === null) return refusal('case_not_closed')
      const count = attachmentsMissing(state).length
      return count > 0 ? refusal('attachments_missing', { params: { count } }) : null
    }
  }
}

/** Two desks may attach the same file, in whatever order: it is there once, as the first said, and no longer detached. */
export const foldAttachment = <S extends Filed>(state: S, act: AttachmentAct, on: PlainDate): S => {
  const before = attachmentsOf(state)
  const changed = (blob: string, change: Partial<Attachment>): S => ({
    ...state,
    attachments: before.map((each) => (each.blob === blob ? { ...each, ...change } : each)),
  })
  switch (act.kind) {
    case 'case.attach': {
      const { blob, size, type, name, role, material } = act
      if (findAttachment(state, blob) !== undefined) return changed(blob, { detached: null })
      const facts = { blob, size, type, name, role, ...(material === undefined ? {} : { material }) }
      return { ...state, attachments: [...before, { ...facts, on, in: false, detached: null }] }
    }
    case 'case.detach':
      return changed(act.blob, { detached: { on, reason: act.reason } })
    case 'case.attachment_in':
      return changed(act.blob, { in: true })
    case 'case.archive':
      return { ...state, archivedOn: on }
  }
}

const findAttachment = (state: Filed, blob: string): Attachment | undefined =>
  attachmentsOf(state).find((each) => each.blob === blob)
