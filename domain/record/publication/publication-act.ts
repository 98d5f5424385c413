import type { PlainDate } from '../../plain-date.ts'
import type { PublicationContent } from './publication-content.ts'
import type {
  ArchiveGround,
  DecisionChange,
  DepositPlace,
  Interpretation,
  PublicationOrigin,
  Release,
  Validity,
  WithdrawGround,
} from './publication-record.ts'
import type { SecrecyReview, WithholdGround } from './secrecy-review.ts'

interface Entry {
  readonly indexNo: string
  readonly template: string | null
  readonly content: PublicationContent
}

export type PublicationAct =
  | ({ readonly kind: 'publication.draft'; readonly origin: PublicationOrigin } & Entry)
  | ({ readonly kind: 'publication.edit' } & Entry)
  | { readonly kind: 'publication.submit' }
  /** Called back from review, also when the review is not done in its time. */
  | { readonly kind: 'publication.recall'; readonly reason: string }
  | { readonly kind: 'publication.clear'; readonly review: SecrecyReview }
  | {
      readonly kind: 'publication.withhold'
      readonly review: SecrecyReview
      readonly ground: WithholdGround
      readonly nextBy: PlainDate
    }
  /** Doubtful: the competent or the secrecy authority is to determine it (art. 17(3)). */
  | {
      readonly kind: 'publication.consult'
      readonly authority: string
      readonly secrecy: boolean
      readonly question: string
      readonly answerBy: PlainDate
    }
  | {
      readonly kind: 'publication.determine'
      readonly mayRelease: boolean
      readonly documentNo: string | null
      readonly answeredOn: PlainDate
      readonly review: SecrecyReview
      /** Required when it may not be released, null otherwise. */
      readonly ground: WithholdGround | null
      readonly nextBy: PlainDate | null
    }
  /** No answer came in time: what is not determined stays withheld. */
  | {
      readonly kind: 'publication.no_determination'
      readonly ground: WithholdGround
      readonly opinion: string
      readonly nextBy: PlainDate
    }
  | {
      readonly kind: 'publication.reevaluate'
      readonly result: 'keep' | 'release'
      readonly basis: string
      /** Required when it stays withheld, null otherwise. */
      readonly nextBy: PlainDate | null
    }
  /** `review` is the review made on paper before, for a draft that never went through `submit`; null otherwise. */
  | {
      readonly kind: 'publication.release'
      readonly releases: readonly Release[]
      readonly review: SecrecyReview | null
      readonly lateReason: string | null
    }
  | { readonly kind: 'publication.add_channel'; readonly release: Release }
  /** Hands it over with a list of its own, which gets a number. */
  | {
      readonly kind: 'publication.hand_over'
      readonly place: DepositPlace
      readonly receiver: string
      readonly copies: number
    }
  /** Hands it over on a list that another entry opened. */
  | {
      readonly kind: 'publication.hand_over_on_list'
      readonly place: DepositPlace
      readonly receiver: string
      readonly copies: number
      readonly listNo: string
    }
  | {
      readonly kind: 'publication.deposit_receipt'
      readonly listNo: string
      readonly place: DepositPlace
      readonly receiptNo: string
      readonly receivedBy: string
      readonly receivedOn: PlainDate
    }
  | { readonly kind: 'publication.interpret'; readonly interpretation: Interpretation }
  | {
      readonly kind: 'publication.correct'
      readonly content: PublicationContent
      readonly reason: string
      readonly by: 'own_check' | 'request'
      readonly review: SecrecyReview
    }
  /** The information itself changed: a new version is prepared, with twenty days of its own (art. 26). */
  | { readonly kind: 'publication.revise'; readonly changedOn: PlainDate; readonly content: PublicationContent }
  | {
      readonly kind: 'publication.set_validity'
      readonly validity: Validity
      readonly since: PlainDate
      readonly basis: string
    }
  | {
      readonly kind: 'publication.decision_changed'
      readonly how: DecisionChange
      readonly changedOn: PlainDate
      readonly basis: string
    }
  | { readonly kind: 'publication.withdraw'; readonly ground: WithdrawGround; readonly reason: string }
  | { readonly kind: 'publication.archive'; readonly ground: ArchiveGround; readonly note: string }
