import { describe, expect, it } from 'vitest'
import { type Typed, candidatesOf, deleteKey, nothingTyped, takeCandidate, typeKey, wordsOf } from './typing.ts'

const type = (keys: string, from: Typed = nothingTyped, chinese = true): Typed =>
  [...keys].reduce((typed, key) => typeKey(typed, key, chinese), from)

describe('the keyboard on the screen', () => {
  it('[KSK-3] offers the characters of a syllable, and takes one', () => {
    const typed = type('bu')
    expect(candidatesOf(typed).slice(0, 3)).toContain('不')
    const taken = takeCandidate(typed, '补')
    expect(taken).toEqual({ text: '补', pinyin: '' })
    expect(takeCandidate(type('tie', taken), '贴').text).toBe('补贴')
    expect(candidatesOf(type('zzz'))).toEqual([])
    expect(candidatesOf(nothingTyped)).toEqual([])
  })

  it('[KSK-3] letters that became nothing are searched for as initials; figures stand for themselves', () => {
    expect(wordsOf(type('shbx'))).toBe('shbx')
    expect(type('1', type('ws'))).toEqual({ text: 'ws1', pinyin: '' })
    expect(type('ab', nothingTyped, false)).toEqual({ text: 'ab', pinyin: '' })
  })

  it('[KSK-3] takes back letters first, then whole characters', () => {
    const typed = type('b', { text: '补𠮷', pinyin: '' })
    expect(deleteKey(typed)).toEqual({ text: '补𠮷', pinyin: '' })
    expect(deleteKey(deleteKey(typed)).text).toBe('补')
    expect(deleteKey(nothingTyped)).toEqual(nothingTyped)
  })
})
