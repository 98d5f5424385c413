import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findSavedPlace, savePlace } from './saved-place.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yichuang-window-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('saved place of the window', () => {
  it('comes back as it was kept', () => {
    const place = { bounds: { x: 1, y: 2, width: 1400, height: 900 }, maximized: true }
    savePlace(join(folder, 'window.json'), place)
    expect(findSavedPlace(join(folder, 'window.json'))).toEqual(place)
    expect(readdirSync(folder)).toEqual(['window.json'])
  })

  it.each(['', '{', '{"bounds":1}', '{"bounds":{"x":1,"y":2,"width":0,"height":1},"maximized":true}'])(
    'is none when the file holds %j',
    (text) => {
      writeFileSync(join(folder, 'window.json'), text)
      expect(findSavedPlace(join(folder, 'window.json'))).toBeNull()
    },
  )

  it('is none when there is no file, and a folder that cannot be written is no fault', () => {
    expect(findSavedPlace(join(folder, 'none.json'))).toBeNull()
    expect(() =>
      savePlace(join(folder, 'none', 'window.json'), { bounds: { x: 0, y: 0, width: 1, height: 1 }, maximized: false }),
    ).not.toThrow()
  })
})
