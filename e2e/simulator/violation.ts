/** The invariants of contract/SYNC.md that hold in this world. */
export const checkedInvariants = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 21, 22, 23, 24, 25, 26, 27, 28,
] as const
export type InvariantNumber = (typeof checkedInvariants)[number]

/** An invariant does not hold: the run ends here. */
export class Violation extends Error {
  readonly invariant: InvariantNumber

  constructor(invariant: InvariantNumber, what: string) {
    super(`INV-${invariant}: ${what}`)
    this.name = 'Violation'
    this.invariant = invariant
  }
}

/** How often each invariant was looked at and held. */
export interface Checks {
  /** Throws Violation when `holds` is false. */
  readonly expect: (invariant: InvariantNumber, holds: boolean, what: () => string) => void
  /** Throws again what was found where nobody listens, as in an answer to the agent. */
  readonly rethrow: () => void
  readonly counts: () => ReadonlyMap<InvariantNumber, number>
}

export const createChecks = (): Checks => {
  const counts = new Map<InvariantNumber, number>(checkedInvariants.map((number) => [number, 0]))
  let found: Violation | null = null
  return {
    rethrow: () => {
      if (found !== null) throw found
    },
    expect: (invariant, holds, what) => {
      if (!holds) {
        found ??= new Violation(invariant, what())
        throw found
      }
      counts.set(invariant, (counts.get(invariant) ?? 0) + 1)
    },
    counts: () => counts,
  }
}
