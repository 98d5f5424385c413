import type { Attachment } from '../attachment/attachment.ts'
import type { PauseReason, RestartReason } from '../clock/clock-facts.ts'
import type { IssuedLetter } from '../letters/document.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Rating } from '../rating/rating.ts'
import type { Applicant, Representative } from './applicant.ts'
import type { MergedCase, MergedInto } from '../conflict/merging.ts'
import type { Voiding } from './voiding.ts'
import type { SoftValue } from './soft-fields.ts'
import type { TimeDispute } from '../time-claim/time-dispute.ts'

export interface PrintedLetter {
  readonly letter: LetterKind
  /** `n` of the numbered document; absent for a letter without a number. */
  readonly document?: number
  readonly templateVersion: string
  readonly on: PlainDate
  readonly times: number
}

/** What befell the clock of a case, beside its start and stop. A fact that was wrong is taken back, never erased. */
export type CaseClockFact = {
  /** 1, 2, 3 … within the case. */
  readonly n: number
  /** Taken back (`clock.undo`): it counts no more. */
  readonly undone: boolean
} & (
  | {
      readonly kind: 'pause'
      readonly reason: PauseReason
      readonly from: PlainDate
      readonly to: PlainDate | null
      /** Working days that were told in writing for it: it leaves out no more. Absent = none were told. */
      readonly told?: number
      /** Day that they are counted from; absent = `from`. */
      readonly toldFrom?: PlainDate
    }
  | { readonly kind: 'restart'; readonly reason: RestartReason; readonly on: PlainDate }
  | { readonly kind: 'extension'; readonly days: number; readonly on: PlainDate }
)

/** Marks set by a person beside the state; what can be worked out (临期, 超期, 代办, 已打印, 冲突) is in flags.ts. */
export const setFlags = ['supervised', 'urged', 'duplicate_suspected'] as const
export type SetFlag = (typeof setFlags)[number]

/** What every kind of case has. */
export interface CaseCommon {
  /** UUIDv7. */
  readonly id: string
  /** `center-yyyymmdd-device-n`, final from the first print on (SYN: sync.md 2.1). */
  readonly caseNo: string
  /** Number of operations folded: the base that the next operation names. */
  readonly version: number
  readonly applicant: Applicant
  readonly representative: Representative | null
  /** Day the papers reached the window. */
  readonly arrivedOn: PlainDate
  /** Day the clock starts from (not counted itself); null while no clock runs. */
  readonly clockStart: PlainDate | null
  readonly clockFacts: readonly CaseClockFact[]
  /** Day the clock stopped: what was owed in time is done. Null while it runs. */
  readonly clockStop: PlainDate | null
  readonly closedOn: PlainDate | null
  readonly prints: readonly PrintedLetter[]
  /** Numbered letters, voided ones included. */
  readonly documents: readonly IssuedLetter[]
  readonly flags: readonly SetFlag[]
  /** Cases this one belongs to: the bundle, the case complained of, the redo after a review. */
  readonly links: readonly CaseLink[]
  /** Given once by whoever was served; null = not rated, never a default. Shown through `visibleRating` only. */
  readonly rating: Rating | null
  /** Values that fields without legal effect have had (soft-fields.ts); absent = none was ever changed. */
  readonly soft?: readonly SoftValue[]
  /** Second entries of the same application (conflict/merging.ts); absent = none. */
  readonly merged?: readonly MergedCase[]
  /** It was such a second entry; absent = it stands for itself. */
  readonly mergedInto?: MergedInto
  /** Entered by mistake (voiding.ts); absent = it stands. */
  readonly voided?: Voiding
  /** Operations whose legal day could not be true (time-claim), settled ones included; absent = there were none. */
  readonly timeDisputes?: readonly TimeDispute[]
  /** Files, detached ones included; absent = none were ever attached. */
  readonly attachments?: readonly Attachment[]
  /** Day of the archive (归档); absent = it is not there. */
  readonly archivedOn?: PlainDate
}

export const linkKinds = ['bundle', 'about', 'redo_of', 'repeat_of', 'similar_to', 'turned_into'] as const
export type LinkKind = (typeof linkKinds)[number]

export interface CaseLink {
  readonly kind: LinkKind
  /** UUID of the other case. */
  readonly caseId: string
}

/** The parts of a case that opening it gives the same value whatever its kind. */
export const openedCase = (
  id: string,
  caseNo: string,
): Pick<
  CaseCommon,
  | 'id'
  | 'caseNo'
  | 'version'
  | 'clockStart'
  | 'clockFacts'
  | 'clockStop'
  | 'closedOn'
  | 'prints'
  | 'documents'
  | 'flags'
  | 'links'
  | 'rating'
> => ({
  id,
  caseNo,
  version: 0,
  clockStart: null,
  clockFacts: [],
  clockStop: null,
  closedOn: null,
  prints: [],
  documents: [],
  flags: [],
  links: [],
  rating: null,
})
