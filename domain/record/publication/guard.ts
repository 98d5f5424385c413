import type { CheckContext } from '../../case/case-module.ts'
import { type Refusal, refusal } from '../../case/refusal.ts'
import type { PlainDate } from '../../plain-date.ts'
import { enforcementRules } from '../../register/enforcement-period.ts'
import { findPersonalData } from '../../register/personal-data.ts'
import { shownUntil } from './duties.ts'
import type { PublicationAct } from './publication-act.ts'
import { type PublicationContent, documentKindOf } from './publication-content.ts'
import { type Publication, type Release, isPublic } from './publication-record.ts'
import { type SecrecyReview, findForbidding, groundArticles } from './secrecy-review.ts'

/** What the law says against an act, or null. The server asks again. */
export const guardPublication = (
  state: Publication | null,
  act: PublicationAct,
  { today }: Pick<CheckContext, 'today'>,
): Refusal | null => {
  switch (act.kind) {
    case 'publication.clear':
      return refuseForbidden(act.review)
    case 'publication.determine':
      return act.mayRelease ? refuseForbidden(act.review) : null
    case 'publication.no_determination': {
      const answerBy = state?.consultation?.answerBy
      return answerBy === undefined || today <= answerBy
        ? refusal('time_not_run_out', { article: 'ogi2019:17(3)', params: { until: answerBy ?? '' } })
        : null
    }
    case 'publication.release': {
      const review = act.review ?? (state?.status === 'cleared' ? state.review : null)
      // 先审查、后公开: the rule that no late publication and no order from above sets aside.
      if (review === null) return refusal('secrecy_review_missing', { article: 'ogi2019:17(2)' })
      return (
        refuseForbidden(review) ??
        refuseBeforeReview(review.reviewedOn, act.releases) ??
        (state === null ? null : refuseOpenPersonalData(state.content))
      )
    }
    case 'publication.add_channel':
      return state === null ? null : refuseBeforeReview(reviewedOn(state), [act.release])
    case 'publication.correct':
      return refuseForbidden(act.review) ?? refuseOpenPersonalData(act.content)
    case 'publication.set_validity':
      return state === null || documentKindOf(state.content.category) === null
        ? refusal('validity_not_applicable', { article: 'ogi2019:20(1)(1)' })
        : null
    case 'publication.decision_changed':
      return (state?.published?.content.penalty ?? null) === null
        ? refusal('not_allowed_in_state', { params: { status: state?.status ?? '' } })
        : null
    case 'publication.withdraw':
      return refuseNothingPublic(state)
    case 'publication.archive': {
      const until = state === null ? null : shownUntil(state)
      return act.ground === 'period_over' && (until === null || today <= until)
        ? refusal('publication_period_runs', {
            article: enforcementRules.articles.stop,
            params: { until: until ?? '' },
          })
        : null
    }
    case 'publication.draft':
    case 'publication.edit':
    case 'publication.submit':
    case 'publication.recall':
    case 'publication.withhold':
    case 'publication.consult':
    case 'publication.reevaluate':
    case 'publication.hand_over':
    case 'publication.hand_over_on_list':
    case 'publication.deposit_receipt':
    case 'publication.interpret':
    case 'publication.revise':
      return null
  }
}

/** The day before which nothing of what is public now was out. A correction is reviewed later than what it corrects was released. */
const reviewedOn = ({ review, corrections, published }: Publication): PlainDate | null =>
  corrections.length === 0 ? (review?.reviewedOn ?? null) : (published?.releasedOn ?? null)

const refuseBeforeReview = (reviewed: PlainDate | null, releases: readonly Release[]): Refusal | null =>
  reviewed !== null && releases.some(({ publishedOn }) => publishedOn < reviewed)
    ? refusal('released_before_review', { article: 'ogi2019:17(2)', params: { on: reviewed } })
    : null

const refuseForbidden = (review: SecrecyReview): Refusal | null => {
  const ground = findForbidding(review)
  return ground === null
    ? null
    : refusal('review_finds_ground', { article: groundArticles[ground], params: { ground } })
}

/** Identity numbers are never published; in a published penalty, nor are private phones (公示规定 art. 6). */
const refuseOpenPersonalData = ({ title, summary, keywords, penalty }: PublicationContent): Refusal | null => {
  const finds = findPersonalData([title, summary, ...keywords].join('\n'))
  const found = finds.find(({ kind }) => kind === 'id_number' || penalty !== null)
  return found === undefined
    ? null
    : refusal('personal_data_unmasked', {
        article: penalty === null ? 'ogi2019:15' : 'penaltyPublication:6',
        params: { kind: found.kind },
      })
}

/** What was decided to be withheld is not simply dropped; only what is public can be taken down from there. */
const refuseNothingPublic = (state: Publication | null): Refusal | null =>
  state !== null && (state.status === 'withheld' || state.status === 'consulting') && !isPublic(state)
    ? refusal('not_public', { article: 'ogi2019:18' })
    : null
