import type { DisclosureIntake } from '../disclosure/disclosure-intake.ts'
import type { PlainDate } from '../plain-date.ts'
import type { RefusalGround, ServiceIntake } from '../service/service-intake.ts'
import type { Applicant, Representative } from './applicant.ts'
import type { LetterKind } from './case-act.ts'

/** peers.md 5.2, the part of it that a window reaches today. */
export const serviceStates = ['correction_wait', 'accepted', 'refused'] as const
export type ServiceState = (typeof serviceStates)[number]

/** peers.md 5.1, the part of it that registration reaches today. */
export const disclosureStates = ['awaiting_confirm', 'received'] as const
export type DisclosureState = (typeof disclosureStates)[number]

export type CaseStatus = ServiceState | DisclosureState

export interface PrintedLetter {
  readonly letter: LetterKind
  readonly templateVersion: string
  readonly on: PlainDate
  readonly times: number
}

interface CaseCommon {
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
  readonly closedOn: PlainDate | null
  readonly prints: readonly PrintedLetter[]
}

export interface ServiceCase extends CaseCommon {
  readonly kind: 'service'
  readonly status: ServiceState
  readonly intake: ServiceIntake
  /** Once-only notice given on (行政许可法 art. 32(1)(4)). */
  readonly noticeOn: PlainDate | null
  readonly correctBy: PlainDate | null
  readonly refusal: { readonly ground: RefusalGround; readonly explanation: string } | null
}

export interface DisclosureCase extends CaseCommon {
  readonly kind: 'disclosure'
  readonly status: DisclosureState
  readonly intake: DisclosureIntake
}

export type CaseState = ServiceCase | DisclosureCase
export type CaseKind = CaseState['kind']
