import { foldForSearch } from '../text/fold.ts'

/** A request that is compared: its text, and whatever tells its applicant from others (never shown). */
export interface ComparedRequest {
  readonly id: string
  readonly subject: string
  readonly applicant: string
}

export interface SimilarRequest {
  readonly id: string
  /** 0 to 1. */
  readonly similarity: number
  /** The same applicant: perhaps a repeated request (条例 art. 36(1)(6)). */
  readonly sameApplicant: boolean
}

/** From here on two texts are shown side by side; a person decides what they are. Our own number. */
export const similarFrom = 0.6

/**
 * How alike two texts are: Dice coefficient of their pairs of neighbouring characters, counted with multiplicity; blanks, punctuation,
 * width and script variants do not count. 1 = the same characters in the same order. Texts without letters or digits are like nothing.
 */
export const textSimilarity = (a: string, b: string): number => {
  const [first, second] = [pairsOf(a), pairsOf(b)]
  if (first.total === 0 || second.total === 0) return 0
  let common = 0
  for (const [pair, count] of first.counts) common += Math.min(count, second.counts.get(pair) ?? 0)
  return (2 * common) / (first.total + second.total)
}

/** Earlier requests like this one, the most alike first, those of the same applicant before others. A hint, never a finding. */
export const similarRequests = (
  request: ComparedRequest,
  earlier: Iterable<ComparedRequest>,
  from = similarFrom,
): readonly SimilarRequest[] => {
  const found: SimilarRequest[] = []
  for (const other of earlier) {
    if (other.id === request.id) continue
    const similarity = textSimilarity(request.subject, other.subject)
    if (similarity >= from)
      found.push({ id: other.id, similarity, sameApplicant: other.applicant === request.applicant })
  }
  return found.sort(
    (a, b) =>
      Number(b.sameApplicant) - Number(a.sameApplicant) || b.similarity - a.similarity || (a.id < b.id ? -1 : 1),
  )
}

interface Pairs {
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
}

const pairsOf = (text: string): Pairs => {
  const characters = [...foldForSearch(text)].filter((character) => /[\p{L}\p{N}]/u.test(character))
  const counts = new Map<string, number>()
  // A single character has no neighbour and stands for itself.
  const pairs =
    characters.length === 1 ? characters : characters.slice(1).map((next, at) => `${characters[at] ?? ''}${next}`)
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return { counts, total: pairs.length }
}
