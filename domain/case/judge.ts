import { gapsOf, sameChecklist } from '../service/materials.ts'
import { parseCaseNo } from './case-number.ts'
import type { CaseOperation } from './case-operation.ts'
import type { CaseState } from './case-state.ts'
import type { RefusalCode } from './refusal.ts'
import { findTransition, isAdditive } from './workflow.ts'

/** `reason` is null with `applied`. */
export type Judgement =
  | { readonly verdict: 'applied'; readonly reason: null }
  | { readonly verdict: 'conflict' | 'dependent' | 'rejected'; readonly reason: RefusalCode | 'case_no_foreign' }

export interface Origin {
  readonly center: string
  readonly deviceNo: string
}

/**
 * The server's view of an operation that a device has already performed, in commit order. It re-checks what another desk may
 * have changed meanwhile and what the law hangs on — number, workflow, version, completeness — and not the format of fields: a
 * receipt is in the citizen's hand, so a stricter phone rule of tomorrow must not undo it.
 */
export const judge = (state: CaseState | null, operation: CaseOperation, base: number, origin: Origin): Judgement => {
  if (opensCase(operation)) {
    const parts = parseCaseNo(operation.data.caseNo)
    if (parts?.center !== origin.center || parts.deviceNo !== origin.deviceNo) return rejected('case_no_foreign')
    if (state !== null) return { verdict: 'conflict', reason: 'case_exists' }
  } else if (state === null) {
    return { verdict: 'dependent', reason: 'case_unknown' }
  }
  if (findTransition(state?.status ?? 'none', operation.kind) === undefined)
    return { verdict: 'conflict', reason: 'not_allowed_in_state' }
  if (state !== null && !isAdditive(operation.kind) && base !== state.version)
    return { verdict: 'conflict', reason: 'stale' }
  return judgeMaterials(state, operation)
}

const judgeMaterials = (state: CaseState | null, operation: CaseOperation): Judgement => {
  switch (operation.kind) {
    case 'service.accept':
      return gapsOf(operation.data.intake.materials).length > 0 ? rejected('materials_missing') : applied
    case 'service.notice':
      return gapsOf(operation.data.intake.materials).length === 0 ? rejected('materials_complete') : applied
    case 'service.supply':
      if (state?.kind === 'service' && !sameChecklist(state.intake.materials, operation.data.materials))
        return rejected('materials_changed')
      return gapsOf(operation.data.materials).length > 0 ? rejected('materials_missing') : applied
    case 'service.refuse':
    case 'disclosure.register':
    case 'disclosure.confirm':
    case 'letter.print':
      return applied
  }
}

const applied: Judgement = { verdict: 'applied', reason: null }
const rejected = (reason: RefusalCode | 'case_no_foreign'): Judgement => ({ verdict: 'rejected', reason })

type Opening = Extract<CaseOperation, { readonly data: { readonly caseNo: string } }>
const opensCase = (operation: CaseOperation): operation is Opening => 'caseNo' in operation.data
