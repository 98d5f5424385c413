import type { SqliteDatabase } from '../db/sqlite.ts'
import type { CaseState } from '../domain/case/case-state.ts'
import { nameInitials } from '../domain/text/initials.ts'
import type { Random } from './generate/random.ts'

export interface QuerySet {
  readonly name: string
  readonly texts: readonly string[]
}

/** Draws what people type from what the store holds. `database` is any connection to the store's file. */
export const querySource = (database: SqliteDatabase, random: Random) => {
  const { low, high } = boundsOf(database.prepare('SELECT min(seq) AS low, max(seq) AS high FROM cases').get())
  const caseBySeq = database.prepare(
    'SELECT haystack, state FROM cases JOIN case_state USING (seq) WHERE cases.seq >= ? ORDER BY cases.seq LIMIT 1',
  )
  const anyCase = (): { readonly haystack: string; readonly state: CaseState } => {
    const { haystack, state } = textsOf(caseBySeq.get(random.int(low, high)))
    // Written by the product from a `CaseState`.
    return { haystack, state: JSON.parse(state) as CaseState }
  }

  /** Any piece of a stored text, not only whole words; none with a blank, which would be two words, or without a Han character. */
  const stored = (length: number): string =>
    drawn(() => {
      const characters = [...random.pick(anyCase().haystack.split('\n'))]
      const from = random.int(0, Math.max(0, characters.length - length))
      const piece = characters.slice(from, from + length)
      return piece.length === length && isWord(piece.join('')) ? piece.join('') : null
    })

  /** Characters that are all in the store, but hardly together. */
  const mixed = (length: number): string => Array.from({ length }, () => stored(1)).join('')

  const person = (): CaseState['applicant'] =>
    drawn(() => {
      const { applicant } = anyCase().state
      return applicant.kind === 'person' ? applicant : null
    })

  return {
    /** Four of five occur in some text; of one character all do. */
    pieces: (length: number, count: number): QuerySet => ({
      name: `${length}-characters`,
      texts: times(count, () => (length === 1 || random.chance(0.8) ? stored(length) : mixed(length))),
    }),
    names: (count: number): QuerySet => ({ name: 'name', texts: times(count, () => person().name) }),
    initials: (count: number): QuerySet => ({
      name: 'initials',
      texts: times(count, () => drawn(() => nameInitials(person().name, random.int(1, 3))[0] ?? null)),
    }),
    phoneEnds: (count: number): QuerySet => ({
      name: 'phone-last-4',
      texts: times(count, () => drawn(() => anyCase().state.applicant.phone?.slice(-4) ?? null)),
    }),
    idEnds: (count: number): QuerySet => ({
      name: 'id-last-4',
      texts: times(count, () => drawn(() => person().idNumber?.slice(-4) ?? null)),
    }),
  }
}

const isWord = (text: string): boolean => !/\s/u.test(text) && /\p{Script=Han}/u.test(text)

const times = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw)

/** Draws until something fits. */
const drawn = <T>(draw: () => T | null): T => {
  for (let trial = 0; trial < 10_000; trial += 1) {
    const value = draw()
    if (value !== null) return value
  }
  throw new Error('the store holds nothing to ask for')
}

const boundsOf = (row: unknown): { readonly low: number; readonly high: number } => {
  if (typeof row === 'object' && row !== null && 'low' in row && 'high' in row) {
    const { low, high } = row
    if (typeof low === 'number' && typeof high === 'number') return { low, high }
  }
  throw new Error('the store is empty')
}

const textsOf = (row: unknown): { readonly haystack: string; readonly state: string } => {
  if (typeof row === 'object' && row !== null && 'haystack' in row && 'state' in row) {
    const { haystack, state } = row
    if (typeof haystack === 'string' && typeof state === 'string') return { haystack, state }
  }
  throw new Error('not a case row')
}
