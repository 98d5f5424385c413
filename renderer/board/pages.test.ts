import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inStretches, pageOn } from './pages.ts'

it('[BRD-2] turn by turn every row of a list is shown once, in its order, then again from the first', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(20), fc.nat(1000), (count, room, begin) => {
      const { pages } = pageOn(0, count, room)
      const first = begin * pages
      const shown = Array.from({ length: pages }, (_, n) => pageOn(first + n, count, room)).flatMap(({ from, to }) =>
        Array.from({ length: to - from }, (_, n) => from + n),
      )
      expect(shown).toEqual(Array.from({ length: count }, (_, n) => n))
      expect(pageOn(first + pages, count, room)).toEqual(pageOn(0, count, room))
    }),
  )
})

it('[BRD-2] what fits never turns', () => {
  for (let turn = 0; turn < 5; turn++) expect(pageOn(turn, 6, 6)).toEqual({ from: 0, to: 6, page: 1, pages: 1 })
})

it('[BRD-2] a window that serves many departments names each of them once, three in a row', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 20 }), (organs) => {
      const rows = inStretches(organs, 3)
      expect(rows.flat()).toEqual(organs)
      expect(rows.length).toBe(Math.max(1, Math.ceil(organs.length / 3)))
      expect(rows.every((row) => row.length <= 3)).toBe(true)
    }),
  )
})
