import type { CaseState } from '../case/case-state.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import type { PlainDate } from '../plain-date.ts'
import type { MaterialLine } from '../service/service-intake.ts'
import { withPauseEnded } from '../case/clock-log.ts'

/** A second entry of the same application, as the one that stands keeps it. */
export interface MergedCase {
  readonly aliasId: string
  /** Its number was given out and goes on leading here. */
  readonly aliasNo: string
  readonly arrivedOn: PlainDate
  /** Null = it was not accepted. */
  readonly clockStart: PlainDate | null
  readonly materials: readonly MaterialLine[]
  /** Numbered letters that were handed out under it. They stay valid. */
  readonly letters: readonly { readonly letter: LetterKind; readonly no: string; readonly on: PlainDate }[]
}

/** The case that an alias leads to. */
export interface MergedInto {
  readonly caseId: string
  readonly caseNo: string
  readonly on: PlainDate
}

/** Acts of the server alone: a device's are refused. */
export type MergingAct =
  | ({ readonly kind: 'case.merge' } & MergedCase)
  | { readonly kind: 'case.become_alias'; readonly into: string; readonly intoNo: string }
  /** `caseId` is perhaps the same application. */
  | { readonly kind: 'case.suspect_duplicate'; readonly caseId: string }

/** What the survivor keeps of an alias. */
export const mergedOf = (alias: CaseState): MergedCase => ({
  aliasId: alias.id,
  aliasNo: alias.caseNo,
  arrivedOn: alias.arrivedOn,
  clockStart: alias.clockStart,
  materials: alias.kind === 'service' ? alias.intake.materials : [],
  letters: alias.documents.flatMap(({ letter, no, on, voided }) => (voided === null ? [{ letter, no, on }] : [])),
})

/**
 * CFL-7: the survivor with the papers and receipts of the alias. The EARLIER legal start counts, whichever of the two came first here: who
 * accepted first cannot be undone by a slower network.
 */
export const withMerged = (state: CaseState, merged: MergedCase): CaseState => ({
  ...state,
  arrivedOn: earlier(state.arrivedOn, merged.arrivedOn),
  clockStart:
    state.clockStart === null || merged.clockStart === null
      ? state.clockStart
      : earlier(state.clockStart, merged.clockStart),
  merged: [...(state.merged ?? []), merged],
})

/** The alias: closed, with everything in it; its letters stay valid and are found under the survivor. */
export const asAlias = (state: CaseState, into: MergedInto): CaseState => ({
  ...withPauseEnded(state, into.on),
  status: 'voided',
  mergedInto: into,
  clockStop: state.clockStart === null ? null : (state.clockStop ?? into.on),
  closedOn: into.on,
})

export const withSuspicion = (state: CaseState, caseId: string): CaseState => ({
  ...state,
  flags: [...new Set([...state.flags, 'duplicate_suspected' as const])],
  links: [...state.links, { kind: 'similar_to', caseId }],
})

const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a <= b ? a : b)
