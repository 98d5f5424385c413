import { describe, expect, it } from 'vitest'
import { zoomAfter } from './zoom.ts'

const control = (key: string) => ({ control: true, alt: false, meta: false, key })

describe('zoom', () => {
  it.each([
    ['+', 0, 1],
    ['=', 1, 2],
    ['+', 4, 4],
    ['-', 2, 1],
    ['-', 0, 0],
    ['0', 3, 0],
    ['a', 3, null],
  ])('Ctrl and %s at level %i gives %s', (key, level, after) => {
    expect(zoomAfter(control(key), level)).toBe(after)
  })

  it('the same keys without Ctrl, or with Alt, are left to the page', () => {
    expect(zoomAfter({ ...control('0'), control: false }, 3)).toBeNull()
    expect(zoomAfter({ ...control('0'), alt: true }, 3)).toBeNull()
  })
})
