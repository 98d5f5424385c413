/** What desks said is saved: from then on it is owed. */
export interface Ledger {
  readonly save: (desk: string, ops: readonly string[]) => void
  readonly print: (id: string, caseNo: string) => void
  readonly saved: () => ReadonlyMap<string, string>
  /** Case numbers that were said, by the case. */
  readonly numbers: () => ReadonlyMap<string, string>
}

export const createLedger = (): Ledger => {
  const saved = new Map<string, string>()
  const numbers = new Map<string, string>()
  return {
    save: (desk, ops) => {
      for (const op of ops) saved.set(op, desk)
    },
    print: (id, caseNo) => void numbers.set(id, caseNo),
    saved: () => saved,
    numbers: () => numbers,
  }
}
