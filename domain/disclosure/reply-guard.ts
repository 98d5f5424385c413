import type { CheckContext } from '../case/case-module.ts'
import { parseCaseNo } from '../case/case-number.ts'
import { type Refusal, refusal } from '../case/refusal.ts'
import { type Outcome, groupOf, outcomes } from '../report/outcome.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { regulationOn } from './regulation.ts'
import type { ReplyDraft } from './reply-draft.ts'
import { lacking, needsOf } from './reply-needs.ts'
import { detailsOf } from './reply-uses.ts'

/** What the law says against a reply: an outcome that the case does not allow, or that lacks what it needs. */
export const replyLaw = (state: DisclosureCase, draft: ReplyDraft, context: CheckContext): Refusal | null =>
  outcomeLaw(state, draft.outcome) ??
  contentLaw(draft, context) ??
  earlierCaseLaw(state, draft, context) ??
  thirdPartyLaw(state, draft)

/** Outcomes that this request can have as it stands: what rests on a step that was not taken is not among them. */
export const openOutcomes = (state: DisclosureCase): readonly Outcome[] =>
  outcomes.filter((outcome) => outcomeLaw(state, outcome) === null)

/** Some outcomes rest on a step before them. */
const outcomeLaw = (state: DisclosureCase, outcome: Outcome): Refusal | null => {
  const params = { outcome }
  switch (outcome) {
    case 'unable_unclear':
      // 补正后仍不明确: only of a request that was corrected and is still unclear.
      return state.correction?.received?.clear === false
        ? null
        : refusal('outcome_not_open', { article: 'ogi2019:30', params })
    case 'not_massive':
      return state.reasonRequest?.answer?.reasonable === false
        ? null
        : refusal('outcome_not_open', { article: 'ogi2019:35', params })
    case 'other_no_correction':
      return refusal('outcome_not_open', { article: 'ogi2019:30', params })
    case 'other_no_fee':
      return refusal('outcome_not_open', { article: 'ogi2019:42', params })
    default:
      return null
  }
}

const contentLaw = (draft: ReplyDraft, { today }: CheckContext): Refusal | null => {
  // 区分处理的，只计这一情形: parts belong to `partial` and to nothing else.
  const stray = [
    ...(draft.outcome !== 'partial' && draft.parts.length > 0 ? ['parts'] : []),
    ...(draft.detail !== null && !fits(draft) ? ['detail'] : []),
    ...(draft.ownRecord !== null && draft.outcome !== 'other_other' ? ['ownRecord'] : []),
  ]
  const { article } = needsOf(draft)
  const corrected = draft.ownRecord?.correctedOn ?? null
  const fields = [
    ...stray.map((field) => ({ field: `reply.${field}`, code: 'not_applicable' }) as const),
    ...lacking(draft).map((need) => ({ field: `reply.${need}`, code: 'required' }) as const),
    ...(corrected !== null && corrected > today
      ? [{ field: 'reply.ownRecord.correctedOn', code: 'date_in_future' } as const]
      : []),
  ]
  return fields.length === 0 ? null : refusal('reply_incomplete', { article, fields, params: { n: fields.length } })
}

/** 已就同一申请答复 (art. 36(1)(6)): a number of this center is that of another request; what other organs number cannot be looked up. */
const earlierCaseLaw = (
  { caseNo }: DisclosureCase,
  { outcome, earlierCaseNo }: ReplyDraft,
  { lookUp }: CheckContext,
): Refusal | null => {
  const earlier = earlierCaseNo?.trim() ?? ''
  const center = parseCaseNo(caseNo)?.center
  const ours = parseCaseNo(earlier) ?? parseCaseNo(`${center ?? ''}-${earlier}`)
  if (outcome !== 'not_repeat' || ours === undefined || ours.center !== center) return null
  return caseNo.endsWith(earlier) || lookUp?.hasRequest(earlier) === false
    ? refusal('earlier_case_unknown', { article: 'ogi2019:36(1)(6)', params: { caseNo: earlier } })
    : null
}

const fits = ({ outcome, detail }: ReplyDraft): boolean => detail !== null && detailsOf(outcome).includes(detail)

/**
 * 第三方不同意公开且有合理理由的，行政机关不予公开 (art. 32), but for a public interest that was decided and told to the third party. Under the
 * Regulation of 2008 silence is dissent (art. 23).
 */
const thirdPartyLaw = (state: DisclosureCase, { outcome }: ReplyDraft): Refusal | null => {
  if (groupOf(outcome) !== 'granted') return null
  const { thirdPartySilence, thirdPartyArticle: article } = regulationOn(state.clockStart ?? state.arrivedOn)
  const objecting = state.thirdParties.find(({ n, opinion }) => {
    if (opinion === null || state.overrides.some(({ party }) => party === n)) return false
    if (opinion.opinion === 'none') return thirdPartySilence === 'not_disclosed'
    return opinion.opinion === 'refuse' && opinion.reasonable === true
  })
  return objecting === undefined ? null : refusal('third_party_objects', { article, params: { party: objecting.n } })
}
