/** What was done to it, by kind; everything the report counts. */
export interface Counts {
  readonly add: (kind: string, times?: number) => void
  readonly all: () => Readonly<Record<string, number>>
}

export const createCounts = (): Counts => {
  const counted = new Map<string, number>()
  return {
    add: (kind, times = 1) => void counted.set(kind, (counted.get(kind) ?? 0) + times),
    all: () => Object.fromEntries([...counted].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
