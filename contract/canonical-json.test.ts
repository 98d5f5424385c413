import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { canonicalJson } from './canonical-json.ts'

const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)])

describe('canonical JSON', () => {
  it('[SYN-1] sorts keys by code unit and writes no white space', () => {
    expect(canonicalJson({ b: [1, 'x', null], a: { '10': true, '9': false }, é: 0, Z: -0 })).toBe(
      '{"Z":0,"a":{"10":true,"9":false},"b":[1,"x",null],"é":0}',
    )
    expect(canonicalJson({ '\u{1f600}': 1, '\uff5e': 2 })).toBe('{"\u{1f600}":1,"\uff5e":2}')
  })

  it('[SYN-1] is the same for the same data in any order of keys, and gives the data back', () => {
    const data = fc.dictionary(
      fc.string(),
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger(), fc.boolean()),
    )
    fc.assert(
      fc.property(data, (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(value))
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value))
      }),
    )
  })

  it('[SYN-1] refuses what has no one way to be written', () => {
    for (const value of [0.5, Number.NaN, Infinity, 2 ** 53, undefined, () => 1, 1n, { a: undefined }]) {
      expect(() => canonicalJson(value)).toThrow(TypeError)
    }
  })

  it('[SYN-1] is at most 12 levels deep', () => {
    expect(canonicalJson(deep(12))).toBe(`${'['.repeat(12)}1${']'.repeat(12)}`)
    expect(() => canonicalJson(deep(13))).toThrow(TypeError)
  })
})
