import type { DraftInput } from '../../../contract/queries/drafts.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { IntakeFormSchema, type IntakeForm } from './form-model.ts'

/** Raised when a field is added, renamed or dropped; `readDraft` then learns to lift the earlier shape. */
export const draftVersion = 4

/** Versions whose shape the schema still reads: what they lack has its default there. */
const readable: readonly unknown[] = [1, 2, 3, draftVersion]

export type DraftProblem = 'newer_draft' | 'unreadable_draft'

export const formToDraft = (form: IntakeForm, title: string): DraftInput => ({
  id: form.caseId,
  kind: form.matter?.kind ?? 'service',
  title: title.slice(0, 300).replace(/\p{Cs}$/u, ''),
  form: JSON.stringify({ v: draftVersion, form }),
})

/** The form as it was left. A draft of a later version is refused, not guessed at: this program would drop what it does not know. */
export const readDraft = (text: string): Result<IntakeForm, DraftProblem> => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return err('unreadable_draft')
  }
  if (typeof json !== 'object' || json === null || !('v' in json) || !('form' in json)) return err('unreadable_draft')
  if (typeof json.v === 'number' && json.v > draftVersion) return err('newer_draft')
  const form = IntakeFormSchema.safeParse(json.form)
  return form.success && readable.includes(json.v) ? ok(form.data) : err('unreadable_draft')
}
