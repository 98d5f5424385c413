import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { MaterialLine } from '../../../../domain/service/service-intake.ts'

/** The checklist that a form about materials begins with. */
export const materialsOf = (state: CaseState): readonly MaterialLine[] =>
  state.kind === 'service' ? state.intake.materials : []
