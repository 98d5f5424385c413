import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../../contract/page-policy.ts'
import { responseHeaders } from './response-headers.ts'

const directives = new Map(
  contentSecurityPolicy.split('; ').map((line) => {
    const [name = '', ...sources] = line.split(' ')
    return [name, sources]
  }),
)

describe('response headers', () => {
  it('[SHL-2] the policy starts from nothing and allows scripts and styles of the application only', () => {
    expect(directives.get('default-src')).toEqual(["'none'"])
    for (const name of ['script-src', 'style-src', 'font-src', 'connect-src']) {
      expect(directives.get(name), name).toEqual(["'self'"])
    }
    for (const name of ['base-uri', 'form-action', 'frame-ancestors', 'object-src']) {
      expect(directives.get(name), name).toEqual(["'none'"])
    }
  })

  it('[SHL-2] nothing unsafe and no other origin stands in the policy', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|http|ws:|nonce|sha256/)
  })

  it('[SHL-2] every answer carries the policy and forbids guessing its type', () => {
    expect(responseHeaders('text/css')).toMatchObject({
      'Content-Type': 'text/css',
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
    })
  })
})
