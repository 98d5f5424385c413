import { createContext, use } from 'react'
import type { Colleague } from '../../../../../contract/queries/desk.ts'
import type { CaseState } from '../../../../../domain/case/case-state.ts'
import type { FieldProblem } from '../../../../../domain/case/refusal.ts'
import type { MaterialLine } from '../../../../../domain/service/service-intake.ts'
import type { FieldSpec } from './field-spec.ts'

/** What every field of one act's form may need. */
export interface ActFormContextValue {
  readonly kind: string
  readonly state: CaseState
  readonly colleagues: readonly Colleague[]
  /** One sentence for the field with this path; null = nothing is wrong, or it is too early to say so. */
  readonly problemOf: (path: string) => string | null
  readonly problems: readonly FieldProblem[]
  readonly prefill: (path: string, spec: FieldSpec) => string | null
  readonly materials: readonly MaterialLine[]
  readonly onMaterials: (lines: readonly MaterialLine[]) => void
}

export const ActFormContext = createContext<ActFormContextValue | null>(null)

/** Throws outside of a form: a bug. */
export const useActForm = (): ActFormContextValue => {
  const value = use(ActFormContext)
  if (value === null) throw new Error('no ActFormContext')
  return value
}
