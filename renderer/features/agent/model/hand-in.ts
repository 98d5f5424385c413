import { CaseActSchema } from '../../../../contract/acts/case-acts.ts'
import { RecordActSchema } from '../../../../contract/acts/record-acts.ts'
import type { OwnParticulars } from '../../../../contract/queries/agency.ts'
import type { CaseAct } from '../../../../domain/case/case-act.ts'
import { type Refusal, refusal } from '../../../../domain/case/refusal.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import type { RecordAct } from '../../../../domain/record/record-act.ts'
import { type Result, err, ok } from '../../../../domain/result.ts'
import type { IntakeForm } from '../../../intake/model/form-model.ts'
import { attempt, type PreviewContext } from '../../../intake/model/preview.ts'
import { personalMatter } from './errand-gaps.ts'

export type HandInAct =
  | { readonly caseId: string; readonly base: number; readonly act: CaseAct }
  | { readonly recordId: string; readonly base: number; readonly act: RecordAct }

export interface HandInFacts {
  readonly context: PreviewContext
  /** Name of the agent's point; null = not told. */
  readonly point: string | null
  /** The scan of the agent's identity document that is here from before; null = there is none. */
  readonly ownScan: OwnParticulars['idScan']
  /** Hashes of the files that lie with the form. */
  readonly papers: ReadonlySet<string>
}

/**
 * AGY-22: all that an errand means, to be done as one or not at all: the request is handed in with its papers, the mandate is drafted, signed
 * and looked at, and says that it was used. Or why it cannot be: what the domain says of the request, or what the mandate wants.
 */
export const handInOf = (form: IntakeForm, facts: HandInFacts): Result<readonly HandInAct[], Refusal> => {
  const { caseId, agency, matter } = form
  if (agency === null || matter?.kind !== 'service')
    return err(refusal('invalid_fields', { fields: [{ field: 'matter', code: 'required' }] }))
  const article = personalMatter(form)
  if (article !== null) return err(refusal('in_person_required', { article, params: { matter: matter.item.name } }))
  const tried = attempt(form, 'service.submit', facts.context)
  if (!tried.ok) return tried
  const act = tried.value
  if (act.kind !== 'service.submit' || act.intake.representative === null || agency.signature === null)
    return err(refusal('invalid_fields', { fields: [{ field: 'signature', code: 'required' }] }))
  const { applicant, representative } = act.intake
  const { code, name } = matter.item
  const today: PlainDate = facts.context.today
  const mandate = (base: number, recordAct: RecordAct): HandInAct => ({
    recordId: agency.mandateId,
    base,
    act: RecordActSchema.parse(recordAct),
  })
  return ok([
    { caseId, base: 0, act: CaseActSchema.parse(act) },
    ...ownScanOf(form, facts),
    mandate(0, {
      kind: 'mandate.draft',
      content: {
        applicant,
        representative,
        point: facts.point,
        scope: { kind: 'items', items: [{ code, name }] },
        deeds: agency.deeds,
        validFrom: representative.validFrom ?? today,
        subAgency: false,
        maxCases: null,
      },
    }),
    mandate(1, {
      kind: 'mandate.sign',
      signature: agency.signature,
      idScans: { principal: agency.principalId, agent: agency.agentId },
      signedOn: today,
    }),
    mandate(2, { kind: 'mandate.activate' }),
    mandate(3, { kind: 'mandate.use', caseId, matter: { code, name }, inPerson: false, deed: 'submit' }),
  ])
}

/** His document from before goes with this case too: whoever examines it looks at both. */
const ownScanOf = ({ caseId, agency }: IntakeForm, { ownScan, papers }: HandInFacts): readonly HandInAct[] =>
  ownScan === null || agency?.agentId !== ownScan.blob || papers.has(ownScan.blob)
    ? []
    : [{ caseId, base: 1, act: CaseActSchema.parse({ kind: 'case.attach', ...ownScan }) }]
