import type { Decided } from '../../case/case-module.ts'
import type { Recorded } from '../../workflow/recorded.ts'
import { openedRecord } from '../record-module.ts'
import type { MandateAct } from './mandate-act.ts'
import type { MandateRecord } from './mandate-record.ts'

/** The mandate after one more operation. Throws on one that cannot follow. */
export const foldMandate = (
  state: MandateRecord | null,
  entity: string,
  { kind, data }: Recorded<MandateAct, Decided>,
): MandateRecord => {
  if (kind === 'mandate.draft') {
    if (state !== null) throw new Error(`mandate ${entity} is drafted already`)
    return {
      ...openedRecord(entity),
      kind: 'mandate',
      status: 'drafted',
      content: data.content,
      draftedOn: data.on,
      signature: null,
      idScans: null,
      signedOn: null,
      activatedOn: null,
      subAgents: [],
      uses: [],
      ended: null,
    }
  }
  if (state === null) throw new Error(`${kind} without a mandate`)
  const { on } = data
  switch (kind) {
    case 'mandate.sign':
      return { ...state, status: 'signed', signature: data.signature, idScans: data.idScans, signedOn: data.signedOn }
    case 'mandate.activate':
      return { ...state, status: 'active', activatedOn: on }
    case 'mandate.use':
      return { ...state, uses: [...state.uses, { caseId: data.caseId, deed: data.deed, on }] }
    case 'mandate.delegate':
      return {
        ...state,
        subAgents: [...state.subAgents, { representative: data.representative, on, emergency: data.emergency }],
      }
    case 'mandate.revoke':
      return { ...state, status: 'revoked', ended: { on, reason: data.reason, by: data.by } }
    case 'mandate.expire':
      return { ...state, status: 'expired', ended: { on, reason: '', by: null } }
    case 'mandate.complete':
      return { ...state, status: 'used_up', ended: { on, reason: data.reason, by: null } }
  }
}
