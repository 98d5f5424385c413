import type { Article } from '../law/article.ts'
import { type Outcome, groupOf, outcomeArticles } from '../report/outcome.ts'
import type { ReplyDraft } from './reply-draft.ts'

/** What a reply must say for its outcome. */
export const replyNeeds = [
  'grounds', // what it rests on and why (条例 art. 36(1)(3), (5))
  'parts', // what is given and what is withheld (art. 37)
  'access', // way, channel and time, or the rules to follow (arts. 36(1)(1), (2), (7))
  'detail', // not held because it does not exist, or because another organ has it
  'searchRecord', // where was searched (art. 36(1)(4))
  'earlierCaseNo', // the request that was answered already (art. 36(1)(6))
  'ownRecord', // the finding on one's own record (art. 41)
  'competentOrgan', // to whom it was handed on, or whom to ask (art. 41)
] as const
export type ReplyNeed = (typeof replyNeeds)[number]

interface Needs {
  readonly article: Article | null
  readonly needs: readonly ReplyNeed[]
}

const reasoned: readonly ReplyNeed[] = ['grounds']

const byOutcome: Readonly<Record<Outcome, Needs>> = {
  granted: { article: 'ogi2019:36(1)(2)', needs: ['access'] },
  partial: { article: 'ogi2019:37', needs: ['parts', 'access'] },
  deny_secret: { article: 'ogi2019:36(1)(3)', needs: reasoned },
  deny_law: { article: 'ogi2019:36(1)(3)', needs: reasoned },
  deny_safety: { article: 'ogi2019:36(1)(3)', needs: reasoned },
  deny_third: { article: 'ogi2019:36(1)(3)', needs: reasoned },
  deny_internal: { article: 'ogi2019:36(1)(3)', needs: reasoned },
  deny_process: { article: 'ogi2019:36(1)(3)', needs: reasoned },
  deny_case: { article: 'ogi2019:36(1)(3)', needs: reasoned },
  deny_query: { article: 'ogi2019:36(1)(7)', needs: ['grounds', 'access'] },
  unable_none: { article: 'ogi2019:36(1)(4)', needs: ['grounds', 'detail'] },
  unable_make: { article: 'ogi2019:38', needs: reasoned },
  unable_unclear: { article: 'ogi2019:30', needs: reasoned },
  not_petition: { article: 'ogi2019:39(1)', needs: reasoned },
  not_repeat: { article: 'ogi2019:36(1)(6)', needs: ['grounds', 'earlierCaseNo'] },
  not_publication: { article: 'ogi2019:39(2)', needs: reasoned },
  not_massive: { article: 'ogi2019:35', needs: reasoned },
  not_confirm: { article: null, needs: reasoned },
  other_no_correction: { article: 'ogi2019:30', needs: reasoned },
  other_no_fee: { article: 'ogi2019:42', needs: reasoned },
  other_other: { article: null, needs: reasoned },
}

/** The needs of a draft, those of what it found included. */
export const needsOf = ({ outcome, detail, ownRecord }: ReplyDraft): Needs => {
  if (ownRecord !== null) {
    const elsewhere = ownRecord.result === 'transferred' || ownRecord.result === 'told_where'
    return { article: 'ogi2019:41', needs: elsewhere ? ['ownRecord', 'competentOrgan'] : ['ownRecord'] }
  }
  const { article, needs } = byOutcome[outcome]
  if (detail === 'not_exist') return { article, needs: [...needs, 'searchRecord'] }
  return detail === 'not_this_organ' ? { article: 'ogi2019:36(1)(5)', needs } : { article, needs }
}

/** What a draft still lacks of what its outcome needs. */
export const lacking = (draft: ReplyDraft): readonly ReplyNeed[] =>
  needsOf(draft).needs.filter((need) => !has(draft, need))

const has = (draft: ReplyDraft, need: ReplyNeed): boolean => {
  switch (need) {
    case 'grounds':
      return draft.grounds.length > 0 && draft.grounds.every(({ reason }) => !blank(reason)) && restsOnItsArticle(draft)
    case 'parts':
      return isSevered(draft)
    case 'access':
      return !blank(draft.access)
    case 'detail':
      return draft.detail === 'not_exist' || draft.detail === 'not_this_organ'
    case 'searchRecord':
      return !blank(draft.searchRecord)
    case 'earlierCaseNo':
      return !blank(draft.earlierCaseNo)
    case 'ownRecord':
      return (
        draft.ownRecord !== null &&
        !blank(draft.ownRecord.finding) &&
        (draft.ownRecord.result !== 'corrected' || draft.ownRecord.correctedOn !== null)
      )
    case 'competentOrgan':
      return draft.competentOrgan !== null && !blank(draft.competentOrgan.name) && !blank(draft.competentOrgan.contact)
  }
}

/** An outcome that has articles of its own is grounded on one of them. */
const restsOnItsArticle = ({ outcome, grounds }: ReplyDraft): boolean => {
  const articles = outcomeArticles[outcome]
  return articles.length === 0 || grounds.some(({ article }) => articles.some((own) => own === article))
}

/** Something is given and something withheld, each withheld part on a ground of （三）. */
const isSevered = ({ parts }: ReplyDraft): boolean =>
  parts.some(({ kind }) => kind === 'disclosed') &&
  parts.some(({ kind }) => kind === 'withheld') &&
  parts.every(
    (part) =>
      !blank(part.what) &&
      (part.kind === 'disclosed' ||
        (!blank(part.reason) &&
          groupOf(part.outcome) === 'denied' &&
          outcomeArticles[part.outcome].some((own) => own === part.article))),
  )

const blank = (text: string | null): boolean => text === null || text.trim() === ''
