import { describe, expect, it } from 'vitest'
import { type AskedPermission, isGiven } from './permissions.ts'

const camera: AskedPermission = {
  permission: 'media',
  from: 'app://yichuang/index.html',
  isMainFrame: true,
  media: ['video'],
}

describe('permissions', () => {
  it('[SHL-3] the workbench sees the camera', () => {
    expect(isGiven('workbench', camera)).toBe(true)
  })

  it('[SHL-3] a terminal does not', () => {
    expect(isGiven('kiosk', camera)).toBe(false)
  })

  it.each<[string, Partial<AskedPermission>]>([
    ['a microphone', { media: ['audio'] }],
    ['both at once', { media: ['video', 'audio'] }],
    ['what is not said', { media: [] }],
    ['what is not known', { media: ['unknown'] }],
    ['a frame', { isMainFrame: false }],
    ['the page of letters', { from: 'app://yichuang/print.html' }],
    ['another origin', { from: 'https://example.org/index.html' }],
    ['no page at all', { from: '' }],
    ['the screen', { permission: 'display-capture' }],
    ['the place', { permission: 'geolocation', media: [] }],
  ])('[SHL-3] nothing else is given: %s', (_what, other) => {
    expect(isGiven('workbench', { ...camera, ...other })).toBe(false)
  })
})
