import { expect, it } from 'vitest'
import { isStale, staleAfterMs, toldText } from './told.ts'

const at = Date.parse('2026-11-23T02:00:00Z')

it('[BRD-3] says of when its figures are, and that nothing more comes when that is long ago', () => {
  const told = { counted: null, toldAt: at }
  expect(toldText(told)).toBe('数据截至 2026-11-23 10:00')
  expect([isStale(told, at + staleAfterMs), isStale(told, at + staleAfterMs + 1)]).toEqual([false, true])
  // A word from the center since says nothing of figures that did not come with it.
  const counted = { at: at - 3_600_000 } as { readonly at: number; readonly figures: never }
  expect(toldText({ counted, toldAt: at })).toBe('数据截至 2026-11-23 09:00')
  expect(isStale({ counted, toldAt: at }, at)).toBe(true)
  expect(toldText({ counted: null, toldAt: null })).toBe('还没有收到中心的数据')
  expect(isStale({ counted: null, toldAt: null }, at)).toBe(false)
})
