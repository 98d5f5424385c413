/** A stretch of the own chain on which the server fails by itself, and how often in a row. */
export interface Suspect {
  readonly fromSeq: number
  /** The last seq of the batch that failed: the operation it fails on stands before or at it. */
  readonly toSeq: number
  readonly failures: number
}

/** Failures of one batch that count as an accident. */
export const accidents = 3

/** SYN-30: the same batch, or a part of it, has failed again; another one begins to count anew. */
export const failedAgain = (suspect: Suspect | null, batch: { fromSeq: number; toSeq: number }): Suspect => ({
  fromSeq: batch.fromSeq,
  toSeq: batch.toSeq,
  failures:
    suspect !== null && suspect.fromSeq === batch.fromSeq && batch.toSeq <= suspect.toSeq ? suspect.failures + 1 : 1,
})

/** How many operations the next push may hold: half of a stretch that failed too often, all the way down to one. */
export const opsToTry = (suspect: Suspect | null, fromSeq: number, wish: number): number => {
  if (suspect === null || fromSeq > suspect.toSeq || suspect.failures < accidents) return wish
  return Math.min(wish, Math.max(1, Math.ceil((suspect.toSeq - fromSeq + 1) / 2)))
}
