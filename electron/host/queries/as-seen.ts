import type { CaseAct } from '../../../domain/case/case-act.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import { softValue } from '../../../domain/case/soft-fields.ts'
import { maskCase } from './mask-case.ts'

/**
 * Pages see people masked. Whoever changes a telephone says what he saw there, which is the masked one: recorded is the value that it stands
 * for, or the change would be taken for that of somebody who had not seen it (CASE-19).
 */
export const asSeen = (state: CaseState | null, act: CaseAct): CaseAct =>
  act.kind === 'case.set_contact' && state !== null && act.was === softValue(maskCase(state), act.field)
    ? { ...act, was: softValue(state, act.field) }
    : act
