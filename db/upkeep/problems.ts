/** What can be wrong with a store, in the order it is looked for. */
export const storeProblemCodes = [
  /** A page fails its check or its seal. */
  'page_damaged',
  /** A row names another that is not there. */
  'reference_broken',
  /** An operation of a chain is missing, or two have one place. */
  'seq_gap',
  /** The hash of an operation is not that of its text and predecessor. */
  'hash_mismatch',
  /** A column of the log says something else than the text beside it. */
  'canon_mismatch',
  /** Numbers of the center's history are missing below the cursor. */
  'history_gap',
  /** What the center decided is not what the rolling hash at the cursor was made of. */
  'history_mismatch',
  /** A case is not what its operations fold to, or is missing. */
  'state_mismatch',
  'case_without_log',
  'record_without_log',
  /** Two cases carry one number. */
  'number_twice',
  /** A number above the counter exists, so it could be given again. */
  'counter_behind',
  /** Index and cases differ, or the index is damaged in itself. */
  'search_broken',
  /** A part of the journal cannot be read. */
  'journal_damaged',
  /** An operation that the server does not hold safely is not in the journal. */
  'journal_behind',
  /** Journal and log have different texts in one place of the chain. */
  'journal_mismatch',
] as const
export type StoreProblemCode = (typeof storeProblemCodes)[number]

export interface StoreProblem {
  readonly code: StoreProblemCode
  /** The first bad row: operation id, case id, or table; never personal data. */
  readonly row: string
  readonly detail: string
  /** How many rows in all. */
  readonly rows: number
}

/** Keeps the first of each kind and counts the rest: a broken chain breaks in a thousand rows. */
export interface ProblemList {
  readonly add: (code: StoreProblemCode, row: string, detail: string) => void
  readonly all: () => readonly StoreProblem[]
}

export const problemList = (): ProblemList => {
  const byCode = new Map<StoreProblemCode, StoreProblem>()
  return {
    add: (code, row, detail) => {
      const first = byCode.get(code)
      byCode.set(code, first === undefined ? { code, row, detail, rows: 1 } : { ...first, rows: first.rows + 1 })
    },
    all: () => storeProblemCodes.flatMap((code) => byCode.get(code) ?? []),
  }
}
