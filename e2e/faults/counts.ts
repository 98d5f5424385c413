import { crashNames } from './crash-point.ts'
import { damageNames } from './damage.ts'

/** What is done to it; README.md says of each what must hold. All of them are in the report, one that never came as 0. */
export const faultKinds = [
  'desk killed',
  ...crashNames.map((name) => `desk killed at ${name}` as const),
  'server killed',
  'server killed between commit and answer',
  'PostgreSQL killed',
  'request cut',
  'answer cut',
  'sent twice, to two servers',
  'old push again',
  'late',
  'slow line',
  'clock a day behind',
  'clock a day ahead',
  'clock in 2099',
  'clock in 2020',
  'disk full',
  ...damageNames,
  'old disk put back',
  'disk cloned',
  'server restored',
  'recorded and broken operations pushed',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** What came of it. */
export type Effect =
  | 'database made again'
  | 'acts redone from the journal'
  | 'journal damage found'
  | 'not opened while the disk was full'
  | 'copy confirmed by an administrator'
  | `refused: ${string}`
  | `desk ended by itself (${string})`

/** Everything the report counts. */
export interface Counts {
  readonly add: (what: FaultKind | Effect, times?: number) => void
  readonly faults: () => Readonly<Record<string, number>>
  readonly effects: () => Readonly<Record<string, number>>
}

export const createCounts = (): Counts => {
  const counted = new Map<string, number>()
  const kinds = new Set<string>(faultKinds)
  return {
    add: (what, times = 1) => void counted.set(what, (counted.get(what) ?? 0) + times),
    faults: () => Object.fromEntries(faultKinds.map((kind) => [kind, counted.get(kind) ?? 0])),
    effects: () =>
      Object.fromEntries([...counted].filter(([what]) => !kinds.has(what)).sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
