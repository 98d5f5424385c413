import { createContext, use } from 'react'
import type { FormEdit } from './model/form-edits.ts'
import type { IntakeForm } from './model/form-model.ts'
import type { PreviewContext } from './model/preview.ts'
import type { IntakeSession, SessionEvent } from './model/session.ts'
import type { Papers } from './use-papers.ts'

export interface Intake {
  readonly session: IntakeSession
  readonly form: IntakeForm
  readonly context: PreviewContext
  readonly dispatch: (event: SessionEvent) => void
  readonly edit: (edit: FormEdit) => void
  /** What is wrong with a field, in words, once it is time to say so; null otherwise. */
  readonly problemOf: (field: string) => string | null
  readonly focusField: (field: string) => void
  readonly papers: Papers
}

export const IntakeContext = createContext<Intake | null>(null)

/** Throws outside of the intake screen: a bug. */
export const useIntake = (): Intake => {
  const intake = use(IntakeContext)
  if (intake === null) throw new Error('no IntakeContext')
  return intake
}
