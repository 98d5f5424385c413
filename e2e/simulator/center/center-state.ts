import type { WorkCalendar } from '../../../domain/calendar/work-calendar.ts'
import { calendarWith } from '../../../domain/calendar/in-use.ts'
import type { Center, Staff, Window } from '../../../contract/reference.ts'
import type { OperationVerdict, PullOutput, Verdict } from '../../../contract/sync.ts'
import { genesisHash } from '../../../contract/operation.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import type { Scope } from '../../../domain/scope/scope.ts'
import type { RecordState } from '../../../domain/record/record-state.ts'
import type { BaseLink, Incarnation } from '../../../server/store/incarnations.ts'
import type { KnownKey } from '../../../server/conflict/natural-key-rows.ts'
import type { RunningNumber } from '../../../server/lease/running-numbers.ts'
import type { IntakeRow } from '../../../server/store/intake.ts'

/** One row of the history, as `op_log` of the server has it. */
export interface LogRow extends Omit<OperationVerdict, 'seq'> {
  readonly device: string
  readonly inc: string
  readonly seq: number
  readonly op: string | null
  readonly entity: string | null
  readonly canon: string
  readonly hash: string
  readonly verdict: Verdict
  readonly hlcEff: string
  readonly sig: string | null
  readonly head: string
}

export interface CenterDevice {
  readonly id: string
  readonly deviceNo: string
  /** Null for the server's own. */
  readonly publicKey: Buffer | null
  readonly revokedAt: number | null
  readonly createdAt: number
  /** Absent = everything. */
  readonly scope?: Scope
  /** What parcels for it are sealed for; absent = it has not told. */
  readonly sealKey?: string
}

export interface Code {
  readonly code: string
  readonly deviceNo: string
  readonly usedBy: string | null
}

/** One row of `number_block` of the server. */
export interface LeasedBlock {
  readonly series: string
  readonly year: number
  readonly from: number
  readonly to: number
  readonly device: string
  readonly inc: string
  readonly leasedAt: number
  readonly expiresOn: PlainDate
}

/** All that the database of a center would hold. Rows are never changed in place, so a copy of the lists is a backup. */
export interface CenterState {
  epoch: string
  /** When it was restored, while it collects. */
  collectingSince: number | null
  data: Center
  cseq: number
  head: string
  /** Commit number that a second machine holds. */
  safe: number
  checkpoint: PullOutput['checkpoint']
  readonly windows: Map<string, Window>
  readonly staff: Map<string, Staff>
  /** Versions of reference entities. */
  readonly references: Map<string, number>
  readonly log: LogRow[]
  readonly devices: Map<string, CenterDevice>
  /** By device, oldest first. */
  readonly incarnations: Map<string, readonly Incarnation[]>
  /** By `device inc`. */
  readonly intake: Map<string, readonly IntakeRow[]>
  readonly cases: Map<string, CaseState>
  readonly records: Map<string, RecordState>
  readonly codes: Map<string, Code>
  /** Oldest first. */
  naturalKeys: readonly KnownKey[]
  /** Commit numbers that took effect out of the intake, by a person's word. */
  readonly approved: Set<number>
  /** Blocks of running numbers, oldest first. */
  blocks: readonly LeasedBlock[]
  /** Running numbers that took effect, by name. */
  readonly numbersUsed: Map<string, RunningNumber>
  /** When this database was put back, each time. */
  restoredAt: readonly number[]
}

export const emptyCenter = (epoch: string, data: Center): CenterState => ({
  epoch,
  collectingSince: null,
  data,
  cseq: 0,
  head: genesisHash,
  safe: 0,
  checkpoint: null,
  windows: new Map(),
  staff: new Map(),
  references: new Map(),
  log: [],
  devices: new Map(),
  incarnations: new Map(),
  intake: new Map(),
  cases: new Map(),
  records: new Map(),
  codes: new Map(),
  naturalKeys: [],
  approved: new Set(),
  blocks: [],
  numbersUsed: new Map(),
  restoredAt: [],
})

export const copyCenter = (state: CenterState): CenterState => ({
  ...state,
  windows: new Map(state.windows),
  staff: new Map(state.staff),
  references: new Map(state.references),
  log: [...state.log],
  devices: new Map(state.devices),
  incarnations: new Map(state.incarnations),
  intake: new Map(state.intake),
  cases: new Map(state.cases),
  records: new Map(state.records),
  codes: new Map(state.codes),
  approved: new Set(state.approved),
  numbersUsed: new Map(state.numbersUsed),
})

export interface ChainName {
  readonly device: string
  readonly inc: string
}

export const incarnationOf = (state: CenterState, { device, inc }: ChainName): Incarnation | null =>
  state.incarnations.get(device)?.find((one) => one.inc === inc) ?? null

export const addIncarnation = (state: CenterState, device: string, made: Incarnation): void => {
  state.incarnations.set(device, [...(state.incarnations.get(device) ?? []), made])
}

export const changeIncarnation = (
  state: CenterState,
  { device, inc }: ChainName,
  change: Partial<Omit<Incarnation, 'inc'>>,
): void => {
  const known = state.incarnations.get(device) ?? []
  state.incarnations.set(
    device,
    known.map((one) => (one.inc === inc ? { ...one, ...change } : one)),
  )
}

/** Committed rows of a chain, by seq. */
export const rowsOfChain = (state: CenterState, { device, inc }: ChainName): ReadonlyMap<number, LogRow> =>
  new Map(state.log.flatMap((row) => (row.device === device && row.inc === inc ? [[row.seq, row] as const] : [])))

export const intakeOf = (state: CenterState, { device, inc }: ChainName): readonly IntakeRow[] =>
  state.intake.get(`${device} ${inc}`) ?? []

/** SYN-16: the newest seq of a chain among what is safe; nothing is while a restored server collects. */
export const safeSeq = (state: CenterState, { device, inc }: ChainName): number => {
  if (state.collectingSince !== null) return 0
  return state.log.findLast((row) => row.cseq <= state.safe && row.device === device && row.inc === inc)?.seq ?? 0
}

export type { BaseLink, Incarnation, IntakeRow }

/** The days as the center has them now. */
export const calendarOf = (state: CenterState): WorkCalendar =>
  calendarWith(
    [...state.records.values()].flatMap((record) =>
      record.kind === 'calendar' && record.status === 'active' ? [record.notice] : [],
    ),
  )
