import { describe, expect, it } from 'vitest'
import { isDisplayMissing } from './display.ts'

describe('display', () => {
  it.each([
    ['linux', {}, true],
    ['linux', { DISPLAY: '' }, true],
    ['linux', { DISPLAY: ':99' }, false],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, false],
    ['win32', {}, false],
    ['darwin', {}, false],
  ])('[SHL-11] on %s with %j a missing display is %s', (platform, env, missing) => {
    expect(isDisplayMissing(platform, env)).toBe(missing)
  })
})
