import type { LegalTimeState } from '../clock/legal-time-state.ts'
import { isTimeDisputed } from '../time-claim/time-dispute.ts'
import type { CaseState } from './case-state.ts'
import { type SetFlag, setFlags } from './case-common.ts'

/** Marks beside the state (peers.md 5): set by a person, or worked out from what is known. They never change what may be done. */
export const flags = [
  ...setFlags, // 督办, 催办, 疑似重复
  'due_soon', // 临期
  'overdue', // 超期
  'time_disputed', // 时间存疑: a day that cannot be true, and a supervisor must look
  'conflict', // 冲突: an operation was not applied and a person must look
  'number_shared', // another person has the same identity number on file
  'represented', // 代办
  'printed', // 已打印
] as const
export type Flag = (typeof flags)[number]

export interface FlagFacts {
  readonly legalTime: LegalTimeState
  readonly conflict: boolean
  readonly numberShared: boolean
}

/** In the order of `flags`. */
export const flagsOf = (state: CaseState, { legalTime, conflict, numberShared }: FlagFacts): readonly Flag[] => {
  const worked: Readonly<Record<Exclude<Flag, SetFlag>, boolean>> = {
    due_soon: legalTime === 'warning' || legalTime === 'due_today',
    overdue: legalTime === 'overdue_promised' || legalTime === 'overdue_statutory',
    time_disputed: isTimeDisputed(state),
    conflict,
    number_shared: numberShared,
    represented: state.representative !== null,
    printed: state.prints.length > 0,
  }
  return flags.filter((flag) => (isSet(flag) ? state.flags.includes(flag) : worked[flag]))
}

const isSet = (flag: Flag): flag is SetFlag => setFlags.some((set) => set === flag)
