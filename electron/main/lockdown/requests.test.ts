import { describe, expect, it } from 'vitest'
import { mayRequest } from './requests.ts'

describe('requests of pages', () => {
  it.each([
    'app://yichuang/index.html',
    'app://yichuang/assets/a.js',
    'data:image/png;base64,AAAA',
    'blob:app://yichuang/0b2c',
  ])('[SHL-4] %s is allowed', (address) => {
    expect(mayRequest(address)).toBe(true)
  })

  it.each([
    'https://example.org/',
    'http://127.0.0.1:8080/',
    'ws://127.0.0.1:1/',
    'file:///etc/hosts',
    'devtools://devtools/bundled/inspector.html',
    'chrome://gpu/',
    'data:text/html,<p>',
    'blob:https://example.org/0b2c',
    'app://yichuang.example/index.html',
    'app://other/index.html',
    '',
  ])('[SHL-4] %j is cancelled', (address) => {
    expect(mayRequest(address)).toBe(false)
  })
})
