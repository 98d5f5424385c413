import { type Refusal, refusal } from '../../case/refusal.ts'
import type { PlainDate } from '../../plain-date.ts'
import { inPersonArticle } from './in-person.ts'
import type { MandateDeed, MandateItem, MandateRecord } from './mandate-record.ts'

/** One thing an agent does or did. */
export interface AgentDeed {
  readonly matter: MandateItem
  /** The guide, or the law, wants the applicant himself. */
  readonly inPerson: boolean
  readonly deed: MandateDeed
  /** Day of the deed: a mandate taken back later covered it, one signed later did not. */
  readonly on: PlainDate
  /** UUID of the case; null = none yet. */
  readonly caseId: string | null
  /** Identity number of who acts; null = not asked. */
  readonly by: string | null
}

/** Whether the mandate carries a deed, as it stood on the day of the deed; null = it does. The first reason against it counts. */
export const mandateCovers = (mandate: MandateRecord, deed: AgentDeed): Refusal | null =>
  inForce(mandate, deed.on) ?? personally(deed) ?? ofAgent(mandate, deed) ?? inScope(mandate, deed)

const inForce = ({ content, signedOn, activatedOn, ended, status }: MandateRecord, on: PlainDate): Refusal | null => {
  if (signedOn === null || activatedOn === null || on < signedOn || on < content.validFrom)
    return refusal('mandate_not_in_force', { article: 'civilCode:165', params: { from: content.validFrom } })
  const until = content.representative.validUntil
  if (until !== null && on > until) return refusal('mandate_run_out', { article: 'civilCode:173', params: { until } })
  if (ended === null) return null
  // Taking back works at once: nothing on that day or after it. What was done is done: the last day still counts.
  if (status === 'revoked' && on >= ended.on)
    return refusal('mandate_revoked', { article: 'civilCode:173', params: { on: ended.on } })
  if (status === 'used_up' && on > ended.on)
    return refusal('mandate_used_up', { article: 'civilCode:173', params: { on: ended.on } })
  return null
}

const personally = ({ matter, inPerson }: AgentDeed): Refusal | null => {
  const article = inPersonArticle(matter.name) ?? (inPerson ? 'licensing:29(2)' : null)
  return article === null ? null : refusal('in_person_required', { article, params: { matter: matter.name } })
}

const ofAgent = ({ content, subAgents }: MandateRecord, { by, on }: AgentDeed): Refusal | null => {
  const agents = [content.representative, ...subAgents.filter((sub) => sub.on <= on).map((sub) => sub.representative)]
  return by === null || agents.some(({ idNumber }) => idNumber === by)
    ? null
    : refusal('mandate_other_agent', { article: 'civilCode:162' })
}

const inScope = ({ content, uses }: MandateRecord, { matter, deed, caseId }: AgentDeed): Refusal | null => {
  const { scope, deeds, maxCases } = content
  const named =
    scope.kind === 'open' ||
    scope.items.some(({ code, name }) =>
      code === null || matter.code === null ? name === matter.name : code === matter.code,
    )
  if (!named)
    return refusal('mandate_matter_not_covered', { article: 'civilCode:171', params: { matter: matter.name } })
  if (!deeds.includes(deed)) return refusal('mandate_deed_not_covered', { article: 'civilCode:171', params: { deed } })
  const cases = new Set(uses.map((use) => use.caseId))
  return maxCases !== null && cases.size >= maxCases && !(caseId !== null && cases.has(caseId))
    ? refusal('mandate_cases_exhausted', { params: { max: maxCases } })
    : null
}
