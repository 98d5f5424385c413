/** One place in which two versions of a matter differ, or in which they differ alike from where both began. */
export interface FieldDifference {
  /** `applicant.phone`, `intake.materials.3.received`: entries of a list by their own number or id where they have one. */
  readonly path: string
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
    .filter((path) => !isBookkeeping(path) && own.get(path) !== other.get(path))
    .map((path) => ({ path, base: from.get(path), mine: own.get(path), theirs: other.get(path) }))
}

export type ChangedBy = 'mine' | 'theirs' | 'both'

/** Who changed a field against the common start. */
export const changedBy = ({ base, mine, theirs }: FieldDifference): ChangedBy =>
  mine === base ? 'theirs' : theirs === base ? 'mine' : 'both'

/** Counters that every operation moves; they say nothing to anybody. */
const isBookkeeping = (path: string): boolean => path === 'version' || path === 'id' || path === 'kind'

type Leaf = string | number | boolean | null

const leavesOf = (state: unknown): ReadonlyMap<string, Leaf> => {
  const leaves = new Map<string, Leaf>()
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) value.forEach((each, at) => walk(each, join(path, nameOf(each, at))))
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) walk(each, join(path, name))
    else if (isLeaf(value)) leaves.set(path, value)
  }
  if (state !== null && state !== undefined) walk(state, '')
  return leaves
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

/** A line that has a number or id of its own keeps it when others come before it. */
const nameOf = (entry: unknown, at: number): string => {
  if (typeof entry !== 'object' || entry === null) return String(at + 1)
  if ('n' in entry && typeof entry.n === 'number') return String(entry.n)
  return 'id' in entry && typeof entry.id === 'string' ? entry.id : String(at + 1)
}

const isLeaf = (value: unknown): value is Leaf =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
