import type { ReactNode } from 'react'

/** What the hidden page puts on paper, and what the shell names its file by. */
export interface Paper {
  readonly title: string
  readonly key: string
  readonly printNo: number
  /** Calls back when all pages stand as they will be printed; 0 = they cannot. */
  readonly sheets: (onLaidOut: (pages: number) => void) => ReactNode
}
