/** An act that did not take effect, as far as grouping needs it. In the order in which they were done. */
export interface LostEntry {
  readonly op: string
  readonly entity: string
  readonly verdict: string
  /** Operation that it hangs on, where the server says so. */
  readonly ref: string | null
}

export interface LostGroup<Entry extends LostEntry> {
  readonly root: Entry
  /** Acts that were built on it: one task for all of them, not twenty. */
  readonly dependents: readonly Entry[]
}

/** CFL-2: what hangs on a lost act goes with it; where the server names no root, with the one of the same matter before it. */
export const groupLost = <Entry extends LostEntry>(entries: readonly Entry[]): readonly LostGroup<Entry>[] => {
  const roots = new Map<string, string>()
  const groups = new Map<string, { root: Entry; dependents: Entry[] }>()
  const lastOf = new Map<string, string>()
  for (const entry of entries) {
    const named = entry.ref === null ? undefined : (roots.get(entry.ref) ?? entry.ref)
    const before = named !== undefined && groups.has(named) ? named : lastOf.get(entry.entity)
    const group = entry.verdict === 'dependent' && before !== undefined ? groups.get(before) : undefined
    if (group === undefined) groups.set(entry.op, { root: entry, dependents: [] })
    else group.dependents.push(entry)
    const root = group?.root.op ?? entry.op
    roots.set(entry.op, root)
    lastOf.set(entry.entity, root)
  }
  return [...groups.values()]
}
