import type { Random } from '../simulator/random.ts'

/** Draws each of its cards before any comes again, so that a short run too has done most of what there is. */
export interface Deck<T> {
  readonly draw: () => T
}

export const createDeck = <T>(random: Random, cards: readonly T[]): Deck<T> => {
  let left: T[] = []
  return {
    draw: () => {
      if (left.length === 0) left = [...cards]
      const [card] = left.splice(random.int(left.length), 1)
      if (card === undefined) throw new Error('a deck without cards')
      return card
    },
  }
}
