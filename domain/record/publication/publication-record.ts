import type { ProactiveTerms } from './publication-rules.ts'
import type { PlainDate } from '../../plain-date.ts'
import type { RecordCommon } from '../record-common.ts'
import type { PublicationContent } from './publication-content.ts'
import type { SecrecyReview, WithholdGround } from './secrecy-review.ts'

/** `draft` also holds an entry whose new version is prepared; what was public before stays public meanwhile. */
export const publicationStates = [
  'draft',
  'review',
  'consulting',
  'withheld',
  'cleared',
  'released',
  'corrected',
  'withdrawn',
  'archived',
] as const
export type PublicationState = (typeof publicationStates)[number]

/** Ways to publish (条例 arts 23–25). Archive and library are deposits, with receipts of their own. */
export const publicationChannels = [
  'site',
  'gazette',
  'press',
  'broadcast',
  'press_conference',
  'social_media',
  'notice_board',
  'kiosk',
  'reading_room',
] as const
export type PublicationChannel = (typeof publicationChannels)[number]

export const depositPlaces = ['archive', 'library'] as const
export type DepositPlace = (typeof depositPlaces)[number]

/** 现行有效, 废止, 失效. */
export const validities = ['in_force', 'repealed', 'lapsed'] as const
export type Validity = (typeof validities)[number]

export const withdrawGrounds = [
  'duplicate',
  'decision_changed',
  'should_be_withheld',
  'inaccurate',
  'not_needed',
] as const
export type WithdrawGround = (typeof withdrawGrounds)[number]

export const archiveGrounds = ['period_over', 'early_stop', 'superseded', 'ended'] as const
export type ArchiveGround = (typeof archiveGrounds)[number]

/** What befell a published penalty decision (公示规定 art. 11). */
export const decisionChanges = ['varied', 'revoked', 'unlawful', 'void'] as const
export type DecisionChange = (typeof decisionChanges)[number]

/** `own` = published unasked; `suggestion` = an applicant proposed it, `repeated` = several asked for the same (art. 44). */
export type PublicationOrigin =
  { readonly kind: 'own' } | { readonly kind: 'suggestion' | 'repeated'; readonly caseId: string }

export interface Release {
  readonly channel: PublicationChannel
  /** Name of the site, issue of the gazette, place of the board. */
  readonly place: string
  readonly publishedOn: PlainDate
}

export interface Deposit {
  readonly place: DepositPlace
  readonly receiver: string
  readonly copies: number
  readonly handedOn: PlainDate
  /** Number of the list (移送明细表) it went with. */
  readonly listNo: string
  readonly receipt: { readonly receiptNo: string; readonly receivedBy: string; readonly receivedOn: PlainDate } | null
}

export interface Interpretation {
  readonly title: string
  readonly link: string
  readonly publishedOn: PlainDate
}

export interface ValidityChange {
  readonly validity: Validity
  readonly since: PlainDate
  /** The document or clause that says so. */
  readonly basis: string
}

export interface Consultation {
  readonly authority: string
  /** True = the secrecy authority, which has ten working days. */
  readonly secrecy: boolean
  readonly question: string
  readonly askedOn: PlainDate
  readonly answerBy: PlainDate
  readonly answer: {
    readonly mayRelease: boolean
    readonly documentNo: string | null
    readonly answeredOn: PlainDate
  } | null
}

export interface Withholding {
  readonly ground: WithholdGround
  readonly opinion: string
  readonly since: PlainDate
  /** When it is looked at again (art. 18). */
  readonly nextBy: PlainDate
  readonly evaluations: readonly {
    readonly on: PlainDate
    /** The day it was due by. */
    readonly due: PlainDate
    readonly result: 'keep' | 'release'
    readonly basis: string
  }[]
}

/** What stands public, or stood last. */
export interface PublishedVersion {
  readonly content: PublicationContent
  readonly releasedOn: PlainDate
}

export interface Publication extends RecordCommon {
  readonly kind: 'publication'
  readonly status: PublicationState
  /** 索引号. */
  readonly indexNo: string
  /** The template it was made by; null = a number given elsewhere. */
  readonly template: string | null
  readonly origin: PublicationOrigin
  readonly draftedOn: PlainDate
  readonly terms: ProactiveTerms
  /** What is being prepared; what is public once it is released. */
  readonly content: PublicationContent
  /** The day the information was changed, if a changed version is prepared or public. */
  readonly changedOn: PlainDate | null
  readonly submittedOn: PlainDate | null
  /** Of `content` as it is; a change of content takes it away. */
  readonly review: SecrecyReview | null
  readonly consultation: Consultation | null
  readonly withholding: Withholding | null
  readonly published: PublishedVersion | null
  readonly firstReleasedOn: PlainDate | null
  /** Why a release came after its limit. */
  readonly lateReason: string | null
  readonly releases: readonly Release[]
  readonly corrections: readonly {
    readonly on: PlainDate
    readonly reason: string
    readonly by: 'own_check' | 'request'
  }[]
  readonly deposits: readonly Deposit[]
  readonly interpretations: readonly Interpretation[]
  /** Oldest first; empty = no document with a validity, or in force since it was made. */
  readonly validity: readonly ValidityChange[]
  readonly decisionChanged: {
    readonly how: DecisionChange
    readonly changedOn: PlainDate
    readonly basis: string
  } | null
  readonly withdrawal: { readonly ground: WithdrawGround; readonly reason: string; readonly on: PlainDate } | null
  readonly archiving: { readonly ground: ArchiveGround; readonly note: string; readonly on: PlainDate } | null
}

/** True while people can read something of it. */
export const isPublic = ({ published, status }: Pick<Publication, 'published' | 'status'>): boolean =>
  published !== null && status !== 'withdrawn' && status !== 'archived'
