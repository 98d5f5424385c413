import { describe, expect, it } from 'vitest'
import { text, words } from './primitives.ts'

describe('text', () => {
  it('[SYN-1] holds tabs, line breaks and every character of Unicode', () => {
    for (const value of ['', '行\n行\t\r', '𠮷䶮㐂', 'é\u{1f600}', '﻿'])
      expect(text(20).safeParse(value).success).toBe(true)
  })

  it('[SYN-1] holds no control character and no half of a surrogate pair', () => {
    for (const value of ['\u0000', 'a\u0007', '\u007f', '\u0085', '\ud83d', 'a\ude00', '\ude00\ud83d']) {
      expect(text(20).safeParse(value).success).toBe(false)
    }
  })

  it('is no longer than said; words are not empty', () => {
    expect(text(3).safeParse('四个字了').success).toBe(false)
    expect(words(3).safeParse('').success).toBe(false)
  })
})
