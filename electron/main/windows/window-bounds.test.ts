import { describe, expect, it } from 'vitest'
import { minimumOn, placeWindow } from './window-bounds.ts'

const first = { x: 0, y: 0, width: 1920, height: 1040 }
const second = { x: 1920, y: 0, width: 2560, height: 1400 }
const small = { x: 0, y: 0, width: 1280, height: 720 }
const saved = (x: number, y: number, width: number, height: number) => ({
  bounds: { x, y, width, height },
  maximized: false,
})

describe('place of the window', () => {
  it('fills the first screen the first time', () => {
    expect(placeWindow(null, [first, second])).toEqual({ bounds: first, maximized: true })
  })

  it('is where it was', () => {
    expect(placeWindow(saved(2000, 100, 1400, 900), [first, second])).toEqual(saved(2000, 100, 1400, 900))
  })

  it('is on the first screen when its own is gone', () => {
    expect(placeWindow(saved(2000, 100, 1400, 900), [first])).toEqual({ bounds: first, maximized: true })
  })

  it('comes back whole when it hung over the edge', () => {
    expect(placeWindow(saved(1500, -300, 1400, 900), [first])).toEqual(saved(520, 0, 1400, 900))
  })

  it('is never smaller than the minimum nor larger than the screen', () => {
    expect(placeWindow(saved(0, 0, 300, 200), [first])).toEqual(saved(0, 0, 1366, 768))
    expect(placeWindow(saved(0, 0, 5000, 4000), [first])).toEqual(saved(0, 0, 1920, 1040))
    expect(placeWindow(saved(10, 10, 300, 200), [small])).toEqual(saved(0, 0, 1280, 720))
  })

  it('asks for no more than a small screen has', () => {
    expect(minimumOn(small)).toEqual({ width: 1280, height: 720 })
    expect(minimumOn(first)).toEqual({ width: 1366, height: 768 })
  })
})
