import { describe, expect, it } from 'vitest'
import { isOurPage } from './sender.ts'

const good = { url: 'app://yichuang/index.html', isMainFrame: true, known: true }

describe('senders', () => {
  it('[SHL-8] the top frame of our own window on our own page is heard', () => {
    expect(isOurPage(good)).toBe(true)
  })

  it.each([
    ['another origin', { ...good, url: 'https://example.org/' }],
    ['an origin that only begins like ours', { ...good, url: 'app://yichuang.example/index.html' }],
    ['an empty frame', { ...good, url: 'about:blank' }],
    ['a frame that is gone', { ...good, url: null }],
    ['a frame inside a page', { ...good, isMainFrame: false }],
    ['a window the shell did not open', { ...good, known: false }],
  ])('[SHL-8] %s is not heard', (_name, sender) => {
    expect(isOurPage(sender)).toBe(false)
  })
})
