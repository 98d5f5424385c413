import { describe, expect, it } from 'vitest'
import { hashEnrolCode, makeEnrolCode } from './enrol-code.ts'

describe('an enrolment code', () => {
  it('[SYN-4] is 60 bits in letters that nobody mistakes', () => {
    const codes = Array.from({ length: 200 }, makeEnrolCode)
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
    expect(new Set(codes).size).toBe(200)
  })

  it('[SYN-4] is the same however it is typed, and another when a letter differs', () => {
    const hash = hashEnrolCode('K7QF-3M01-XW2P')
    for (const typed of ['k7qf3m01xw2p', ' K7QF 3MOL XW2P ', 'K7QF–3M0I–XW2P'])
      expect(hashEnrolCode(typed)).toEqual(hash)
    expect(hashEnrolCode('K7QF-3M01-XW2Q')).not.toEqual(hash)
  })
})
