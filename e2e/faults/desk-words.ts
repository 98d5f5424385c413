import type { Role } from '../../domain/case/role.ts'

/** What the harness tells a desk at its start, as JSON in its first argument. */
export interface DeskLife {
  readonly dir: string
  /** Hex. */
  readonly key: string
  /** Ids of staff. */
  readonly actors: Readonly<Record<Role, string>>
  readonly enrol: { readonly server: string; readonly code: string } | null
  /** By how much the clock of this machine is wrong. */
  readonly clockOffMs: number
  /** Pages that the disk has room for; null = enough. */
  readonly maxPages: number | null
  /** Mean pause between two acts; null = nobody works. */
  readonly paceMs: number | null
  readonly seed: number
}

/** What a desk says, one JSON a line. `saved` is the promise that everything here is about. */
export type DeskWord =
  | { readonly t: 'open'; readonly rebuilt: number | null; readonly redone: number; readonly damage: number }
  | { readonly t: 'open_failed'; readonly code: string }
  | { readonly t: 'saved'; readonly ops: readonly string[]; readonly id: string; readonly caseNo: string | null }
  | { readonly t: 'trouble'; readonly code: string; readonly detail: string }
  | ({ readonly t: 'status' } & DeskStatus)
  /** `states`: a file with the state of each entity. */
  | { readonly t: 'checked'; readonly problems: readonly string[]; readonly states: string }

export interface DeskStatus {
  readonly state: string
  readonly waiting: number
  readonly left: number
  readonly earlier: number
  readonly error: string | null
  readonly cseq: number
  readonly head: string
  readonly epoch: string
  readonly inc: string
  readonly attention: number
}

/** What a desk hears, one word a line: rest = nobody works any more, sync without pause; check FILE = compare the states of these entities. */
export type DeskOrder = 'rest' | 'end' | `check ${string}`
