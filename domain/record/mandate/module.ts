import type { CheckContext } from '../../case/case-module.ts'
import { type Refusal, refusal } from '../../case/refusal.ts'
import type { RecordModule } from '../record-module.ts'
import { foldMandate } from './fold.ts'
import { inPersonArticle } from './in-person.ts'
import type { MandateAct } from './mandate-act.ts'
import { mandateCovers } from './mandate-covers.ts'
import type { MandateRecord } from './mandate-record.ts'
import { validateMandate } from './validate.ts'
import { mandateWorkflow } from './workflow.ts'

/** 委托书: who may act for whom, in what, how far and until when (民法典 art. 161–173). */
export const mandateModule: RecordModule<MandateRecord, MandateAct> = {
  workflow: mandateWorkflow,
  validate: (state, act, { today }) => validateMandate(state, act, today),
  guard: (state, act, context) => (state === null ? agencyAllowed(act) : guardMandate(state, act, context)),
  fold: foldMandate,
  head: (state) => {
    const { applicant, representative, scope } = state.content
    return {
      title: scope.kind === 'open' ? scope.description : scope.items.map(({ name }) => name).join('、'),
      organ: null,
      caseId: null,
      key: state.documents.find(({ letter }) => letter === 'mandate')?.no ?? null,
      date: state.draftedOn,
      due: state.ended === null ? representative.validUntil : null,
      closed: state.ended !== null,
      words: [applicant.name, representative.name],
    }
  },
}

/** 民法典 art. 161(2): what the person must do himself cannot be given to an agent at all. */
const agencyAllowed = (act: MandateAct): Refusal | null => {
  if (act.kind !== 'mandate.draft' || act.content.scope.kind !== 'items') return null
  for (const { name } of act.content.scope.items) {
    const article = inPersonArticle(name)
    if (article !== null) return refusal('in_person_required', { article, params: { matter: name } })
  }
  return null
}

const guardMandate = (state: MandateRecord, act: MandateAct, { today }: CheckContext): Refusal | null => {
  const { validFrom, representative, subAgency } = state.content
  const until = representative.validUntil
  switch (act.kind) {
    case 'mandate.activate':
      if (today < validFrom) return refusal('mandate_not_in_force', { params: { from: validFrom } })
      return until !== null && today > until ? refusal('mandate_run_out', { params: { until } }) : null
    case 'mandate.use': {
      const { matter, inPerson, deed, caseId } = act
      return mandateCovers(state, { matter, inPerson, deed, caseId, on: today, by: null })
    }
    case 'mandate.delegate':
      return subAgency || act.emergency !== null
        ? null
        : refusal('sub_agency_not_consented', { article: 'civilCode:169(1)' })
    case 'mandate.expire':
      return until !== null && today > until ? null : refusal('time_not_run_out', { params: { until: until ?? '' } })
    case 'mandate.draft':
    case 'mandate.sign':
    case 'mandate.revoke':
    case 'mandate.complete':
      return null
  }
}
