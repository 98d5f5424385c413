import type { PlainDate } from '../../plain-date.ts'
import type { SettingsSet, SettingsVersion } from '../../settings/center-settings.ts'
import type { RecordCommon } from '../record-common.ts'

export const settingsStates = [
  'draft', // 草稿
  'in_force', // 启用
  'withdrawn', // 停用
] as const
export type SettingsState = (typeof settingsStates)[number]

/** One version of the numbers that a center sets itself, on one topic. */
export interface SettingsRecord extends RecordCommon {
  readonly kind: 'settings'
  readonly status: SettingsState
  readonly set: SettingsSet
  readonly draftedOn: PlainDate
  /** The decision of the office that these numbers are. */
  readonly basis: string
  /** Null = not in force yet. */
  readonly inForceFrom: PlainDate | null
  readonly withdrawnFrom: PlainDate | null
  readonly reason: string | null
}

export type SettingsAct =
  | { readonly kind: 'settings.draft'; readonly set: SettingsSet; readonly basis: string }
  | { readonly kind: 'settings.edit'; readonly set: SettingsSet; readonly basis: string }
  | { readonly kind: 'settings.put_in_force'; readonly from: PlainDate }
  /** What held before it holds again from that day on. */
  | { readonly kind: 'settings.withdraw'; readonly from: PlainDate; readonly reason: string }
  | { readonly kind: 'settings.discard'; readonly reason: string }

/** The record as the numbers are reckoned from it; null = it was never in force. */
export const versionOf = ({ set, inForceFrom, withdrawnFrom }: SettingsRecord): SettingsVersion | null =>
  inForceFrom === null || (withdrawnFrom !== null && withdrawnFrom <= inForceFrom)
    ? null
    : { from: inForceFrom, until: withdrawnFrom, set }
