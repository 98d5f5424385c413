import { CaseActSchema } from '../../../../../contract/acts/case-acts.ts'
import type { WorkCalendar } from '../../../../../domain/calendar/work-calendar.ts'
import type { CaseAct } from '../../../../../domain/case/case-act.ts'
import type { CaseState } from '../../../../../domain/case/case-state.ts'
import { decide } from '../../../../../domain/case/decide.ts'
import { fold } from '../../../../../domain/case/fold.ts'
import type { FieldProblem, FieldProblemCode, Refusal } from '../../../../../domain/case/refusal.ts'
import type { Role } from '../../../../../domain/case/role.ts'
import type { PlainDate } from '../../../../../domain/plain-date.ts'

/** What would become of an act if it were done now. The host decides; this only spares the way there and back. */
export type ActPreview =
  | { readonly outcome: 'incomplete'; readonly problems: readonly FieldProblem[] }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'possible'; readonly act: CaseAct; readonly after: CaseState }

export interface PreviewContext {
  readonly today: PlainDate
  readonly calendar: WorkCalendar
  readonly role: Role
  readonly actor: string
}

/** `said` is the act as the form has it, complete or not. */
export const previewAct = (state: CaseState, said: object, context: PreviewContext): ActPreview => {
  const parsed = CaseActSchema.safeParse(said)
  if (!parsed.success) return { outcome: 'incomplete', problems: parsed.error.issues.map(problemOf) }
  const act = parsed.data
  const decided = decide(state, act, { ...context, nextCaseNo: () => '', nextLetterNo: () => '' })
  if (decided.ok) return { outcome: 'possible', act, after: fold(state, state.id, decided.value) }
  const { error } = decided
  return error.fields.length > 0
    ? { outcome: 'incomplete', problems: error.fields }
    : { outcome: 'refused', refusal: error }
}

interface Issue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly input?: unknown
}

const problemOf = ({ code, path }: Issue): FieldProblem => ({
  field: path.join('.'),
  code: codes[code ?? ''] ?? 'required',
})

const codes: Readonly<Record<string, FieldProblemCode>> = {
  too_big: 'too_long',
  invalid_format: 'text_has_control_characters',
}
