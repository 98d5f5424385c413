/** How much the next push may hold. */
export interface BatchLimit {
  readonly ops: number
  /** Of the raw texts. */
  readonly bytes: number
}

const smallest = 25
const largest = 200
/** Far below the protocol's cap: it is packed in one go, in about ten milliseconds. */
const largestBytes = 1024 * 1024
const smallestBytes = 16 * 1024

export const firstBatchLimit: BatchLimit = { ops: 50, bytes: largestBytes }

/** SYN-20: a push that took under 0.3 s lets the next be twice as big, one over 1 s half, within 25 … 200. */
export const afterSuccess = (limit: BatchLimit, tookMs: number): BatchLimit => {
  if (tookMs < 300) return { ops: Math.min(limit.ops * 2, largest), bytes: Math.min(limit.bytes * 2, largestBytes) }
  return tookMs > 1000 ? { ...limit, ops: Math.max(Math.floor(limit.ops / 2), Math.min(limit.ops, smallest)) } : limit
}

/** SYN-20: too large or timed out: half as much, down to a single operation. */
export const afterRefusal = (limit: BatchLimit): BatchLimit => ({
  ops: Math.max(1, Math.floor(limit.ops / 2)),
  bytes: Math.max(smallestBytes, Math.floor(limit.bytes / 2)),
})
