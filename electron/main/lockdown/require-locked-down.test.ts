import { describe, expect, it } from 'vitest'
import { weaknessesOf } from './require-locked-down.ts'

const good = { sandbox: true, contextIsolation: true, webSecurity: true, nodeIntegration: false }

describe('preferences of a running page', () => {
  it('[SHL-7] a locked down page has no weakness', () => {
    expect(weaknessesOf(good)).toEqual([])
  })

  it.each([
    ['sandbox', { sandbox: false }],
    ['contextIsolation', { contextIsolation: false }],
    ['nodeIntegration', { nodeIntegration: true }],
    ['webSecurity', { webSecurity: false }],
    ['webviewTag', { webviewTag: true }],
    ['plugins', { plugins: true }],
    ['experimentalFeatures', { experimentalFeatures: true }],
  ])('[SHL-7] a weaker %s is found', (name, change) => {
    expect(weaknessesOf({ ...good, ...change })).toEqual([name])
  })

  it('[SHL-7] a preference that is not there counts as off', () => {
    expect(weaknessesOf({})).toEqual(['sandbox', 'contextIsolation', 'webSecurity'])
  })
})
