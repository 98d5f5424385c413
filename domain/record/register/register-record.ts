import type { PlainDate } from '../../plain-date.ts'
import type { AddingChange, EditingChange, EndingChange, RegisterChange } from '../../register/change.ts'
import type { RegisterName } from '../../register/registers.ts'
import type { RegisterValues } from '../../register/schema.ts'
import type { RecordCommon } from '../record-common.ts'

/** An entry is in its register, or was. */
export const registerStates = ['active', 'withdrawn'] as const
export type RegisterState = (typeof registerStates)[number]

/** An entry as it was from one day on. Versions are never edited and never overlap. */
export interface RegisterVersion {
  readonly n: number
  readonly values: RegisterValues
  readonly from: PlainDate
  readonly change: RegisterChange
  readonly reason: string | null
  /** The day it was recorded. */
  readonly recordedOn: PlainDate
}

export interface RegisterEntry extends RecordCommon {
  readonly kind: 'register'
  readonly status: RegisterState
  readonly register: RegisterName
  /** Unique within the register. */
  readonly code: string
  /** Oldest first, at least one. */
  readonly versions: readonly RegisterVersion[]
  /** Times it was taken out, oldest first; it is out when the last is not followed by a version from the same day or later. */
  readonly endings: readonly {
    readonly change: EndingChange
    readonly from: PlainDate
    readonly reason: string
    /** Code of the entry that it was merged into. */
    readonly into: string | null
    /** Number of versions when it was taken out. */
    readonly after: number
  }[]
}

export type RegisterAct =
  | {
      readonly kind: 'register.add'
      readonly register: RegisterName
      readonly code: string
      readonly values: RegisterValues
      readonly from: PlainDate
      readonly change: AddingChange
      readonly reason: string | null
    }
  | {
      readonly kind: 'register.change'
      readonly values: RegisterValues
      readonly from: PlainDate
      readonly change: EditingChange
      readonly reason: string | null
    }
  | {
      readonly kind: 'register.withdraw'
      readonly from: PlainDate
      readonly change: EndingChange
      readonly reason: string
      readonly into: string | null
    }
  /** Put in again after it was taken out. */
  | {
      readonly kind: 'register.restore'
      readonly values: RegisterValues
      readonly from: PlainDate
      readonly reason: string | null
    }

/** The newest version, whether in force yet or not. */
export const latestVersion = ({ versions }: Pick<RegisterEntry, 'versions'>): RegisterVersion => {
  const latest = versions.at(-1)
  if (latest === undefined) throw new Error('an entry without a version')
  return latest
}

/** The earliest day a next version or ending can be from. */
export const latestFrom = ({ versions, endings }: Pick<RegisterEntry, 'versions' | 'endings'>): PlainDate => {
  const { from } = latestVersion({ versions })
  const ended = endings.at(-1)?.from
  return ended !== undefined && ended > from ? ended : from
}

/** The version in force on a day; null = the entry is not in the register on it. */
export const versionOn = ({ versions, endings }: RegisterEntry, date: PlainDate): RegisterVersion | null => {
  const version = [...versions].reverse().find(({ from }) => from <= date)
  if (version === undefined) return null
  return endings.some(({ after, from }) => after === version.n && from <= date) ? null : version
}
