import { scopeOf } from '../../db/scope/device-scope.ts'
import type { Store } from '../../db/store.ts'
import type { CenterState } from './center/center-state.ts'
import type { Machine } from './machine.ts'
import { opIdOf } from './op-id.ts'

/** What was promised to people, kept outside of every machine: the run is judged by it. */
export interface Ledger {
  /** The desk said that these are saved. */
  readonly save: (machine: Machine, ops: readonly string[]) => void
  readonly print: (caseId: string, caseNo: string) => void
  readonly numbers: ReadonlyMap<string, string>
  /** Saved on the disk that this machine has now. */
  readonly savedOn: (machine: Machine) => ReadonlySet<string>
  /** Another disk is in the machine: of what was saved on the old one it has this. */
  readonly changeDisk: (machine: Machine, from: Machine | null) => void
  /** A push or a recovery was committed; its last operation carries the signature that proves the others. */
  readonly prove: (ops: readonly string[]) => void
  /** The server fails on an operation of this desk: nobody else can bring what stands behind it. */
  readonly notePoison: (machine: Machine) => void
  /** The server may have lost these in a restore. */
  readonly lostInRestore: ReadonlySet<string>
  readonly noteRestore: (before: CenterState, after: CenterState) => void
  /** After a loss that no protocol can mend — a disk gone with the only copy —: what nobody holds any more is not asked for. */
  readonly forgive: (center: CenterState, machines: readonly Machine[]) => void
  /** Operations that must be on the server in the end. */
  readonly owed: () => readonly string[]
  readonly forgiven: () => number
}

export const createLedger = (): Ledger => {
  /** Number of the desk by operation. */
  const saved = new Map<string, string>()
  const poisoned = new Set<string>()
  const forgiven = new Set<string>()
  const disks = new Map<string, Set<string>>()
  const numbers = new Map<string, string>()
  const proofs = new Map<string, Set<string>>()
  const lostInRestore = new Set<string>()
  const diskOf = (machine: Machine) => {
    const known = disks.get(machine.name) ?? new Set<string>()
    disks.set(machine.name, known)
    return known
  }
  const holds = (store: Store, op: string): boolean => {
    const found = store.read.log.find(op)
    if (found === null) return false
    if (found.status !== null) return true
    // What is masked there proves nothing, and a device offers of others only what it was given whole.
    if (scopeOf(store.read.meta).kind !== 'center') return false
    return (
      !poisoned.has(saved.get(op) ?? '') &&
      [...(proofs.get(op) ?? [])].some((last) => store.read.log.find(last) !== null)
    )
  }
  return {
    save: (machine, ops) => {
      for (const op of ops) {
        saved.set(op, machine.deviceNo)
        diskOf(machine).add(op)
      }
    },
    print: (caseId, caseNo) => {
      if (!numbers.has(caseId)) numbers.set(caseId, caseNo)
    },
    numbers,
    savedOn: diskOf,
    changeDisk: (machine, from) => {
      const known = from === null ? diskOf(machine) : diskOf(from)
      const kept = [...known].filter((op) => machine.store.read.log.find(op) !== null)
      disks.set(machine.name, new Set(kept))
    },
    prove: (ops) => {
      const last = ops.at(-1)
      if (last === undefined) return
      for (const op of ops) proofs.set(op, (proofs.get(op) ?? new Set()).add(last))
    },
    notePoison: ({ deviceNo }) => {
      poisoned.add(deviceNo)
    },
    lostInRestore,
    noteRestore: (before, after) => {
      const kept = opsOn(after)
      for (const op of opsOn(before).keys()) if (!kept.has(op)) lostInRestore.add(op)
    },
    forgive: (center, machines) => {
      const there = opsOn(center)
      const works = machines.filter(({ state }) => state === 'works')
      for (const op of saved.keys()) {
        if (forgiven.has(op) || there.has(op)) continue
        if (!works.some(({ store }) => holds(store, op))) forgiven.add(op)
      }
    },
    owed: () => [...saved.keys()].filter((op) => !forgiven.has(op)),
    forgiven: () => forgiven.size,
  }
}

/**
 * How often each operation is on the server: committed, or in the intake. A repeated one that was refused as such does not count, and neither
 * does one more in the intake, where it is refused so once somebody has it judged, nor one that was put aside, of which nothing is read.
 */
export const opsOn = (center: CenterState): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  const count = (canon: string) => {
    const op = opIdOf(canon)
    counts.set(op, (counts.get(op) ?? 0) + 1)
  }
  for (const { canon, reason } of center.log)
    if (reason !== 'duplicate_operation' && reason !== 'put_aside') count(canon)
  for (const rows of center.intake.values()) for (const { canon } of rows) if (!counts.has(opIdOf(canon))) count(canon)
  for (const { canon, reason } of center.log) if (reason === 'put_aside' && !counts.has(opIdOf(canon))) count(canon)
  return counts
}
