/** One place in which two versions of a matter differ, or in which they differ alike from where both began. */
export interface FieldDifference {
  /** `applicant.phone`, `intake.materials.3.received`: entries of a list by their own number or id where they have one. */
  readonly path: string
  /** What the line of the list is called that this place stands in, as a paper by its name; null = in no list, or the line has no name. */
  readonly line: string | null
  /** What both started from, what this desk made of it, what is in force. `undefined` = not there. */
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

/**
 * What an act that did not take effect would have changed, beside what is in force now: every leaf in which mine and theirs differ. What
 * both changed alike, and what nobody changed, is no difference. States are plain data; `null` = the matter did not exist there.
 */
export const threeWay = (base: unknown, mine: unknown, theirs: unknown): readonly FieldDifference[] => {
  const [from, own, other] = [leavesOf(base), leavesOf(mine), leavesOf(theirs)]
  return [...new Set([...own.keys(), ...other.keys()])]
    .filter((path) => !isBookkeeping(path) && own.get(path)?.value !== other.get(path)?.value)
    .map((path) => {
      const [base, mine, theirs] = [from.get(path), own.get(path), other.get(path)]
      const line = theirs?.line ?? mine?.line ?? null
      return { path, line, base: base?.value, mine: mine?.value, theirs: theirs?.value }
    })
}

export type ChangedBy = 'mine' | 'theirs' | 'both'

/** Who changed a field against the common start. */
export const changedBy = ({ base, mine, theirs }: FieldDifference): ChangedBy =>
  mine === base ? 'theirs' : theirs === base ? 'mine' : 'both'

/** Counters that every operation moves; they say nothing to anybody. */
const isBookkeeping = (path: string): boolean => path === 'version' || path === 'id' || path === 'kind'

interface Leaf {
  readonly value: LeafValue
  readonly line: string | null
}
type LeafValue = string | number | boolean | null

const leavesOf = (state: unknown): ReadonlyMap<string, Leaf> => {
  const leaves = new Map<string, Leaf>()
  const walk = (value: unknown, path: string, line: string | null): void => {
    if (Array.isArray(value)) value.forEach((each, at) => walk(each, join(path, keyOf(each, at)), titleOf(each)))
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) walk(each, join(path, name), line)
    else if (isLeaf(value)) leaves.set(path, { value, line })
  }
  if (state !== null && state !== undefined) walk(state, '', null)
  return leaves
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

/** A line that has a number or id of its own keeps it when others come before it. */
const keyOf = (entry: unknown, at: number): string => {
  if (typeof entry !== 'object' || entry === null) return String(at + 1)
  if ('n' in entry && typeof entry.n === 'number') return String(entry.n)
  return 'id' in entry && typeof entry.id === 'string' ? entry.id : String(at + 1)
}

const titleOf = (entry: unknown): string | null =>
  typeof entry === 'object' && entry !== null && 'name' in entry && typeof entry.name === 'string' ? entry.name : null

const isLeaf = (value: unknown): value is LeafValue =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
