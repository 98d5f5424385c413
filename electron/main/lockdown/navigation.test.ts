import { describe, expect, it } from 'vitest'
import { mayNavigate } from './navigation.ts'

const here = 'app://yichuang/index.html'

describe('navigation', () => {
  it('[SHL-5] a page may load itself again', () => {
    expect(mayNavigate(here, here, true)).toBe(true)
  })

  it.each([
    'app://yichuang/print.html',
    'app://yichuang/index.html?x=1',
    'app://other/index.html',
    'https://example.org/',
    'file:///etc/hosts',
    'about:blank',
    'javascript:alert(1)',
    '',
  ])('[SHL-5] from the workbench to %j is refused', (to) => {
    expect(mayNavigate(here, to, true)).toBe(false)
  })

  it('[SHL-5] a frame goes nowhere, and a page that is none of ours is not loaded again', () => {
    expect(mayNavigate(here, here, false)).toBe(false)
    expect(mayNavigate('https://example.org/', 'https://example.org/', true)).toBe(false)
    expect(mayNavigate('', '', true)).toBe(false)
  })
})
