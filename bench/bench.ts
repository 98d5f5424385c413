import type { BenchLine } from './report.ts'

export interface BenchOptions {
  /** Cases in the store; null = the bench's own default. */
  readonly size: number | null
  /** Each line that has a limit is the median of this many rounds. */
  readonly rounds: number
  /** Aborted by Ctrl-C: whoever works in a loop looks at it and cleans up behind itself. */
  readonly signal: AbortSignal
}

/** Gives its lines as they are measured. */
export type Bench = (options: BenchOptions) => AsyncIterable<BenchLine>
