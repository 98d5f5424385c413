/** 0 done · 1 failed · 2 bad usage or bad input, with nothing changed. */
export type ExitCode = 0 | 1 | 2

/** The world of one run, so that tests run commands without a process. */
export interface CliIo {
  /** Data, and nothing else. */
  readonly out: (line: string) => void
  /** Talk: what was done, warnings, refusals. */
  readonly say: (line: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly version: string
  /** The platform's network when not given. */
  readonly fetch?: typeof fetch
}
