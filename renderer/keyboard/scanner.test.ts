import { describe, expect, it } from 'vitest'
import { createScanner, scannerGapMs } from './scanner.ts'

/** What is remembered before a key is its place. */
const type = (keys: readonly string[], gap: number) => {
  const scanner = createScanner<number>()
  return keys.flatMap((key, index) => scanner.feed({ key, at: 1000 + index * gap }, () => index))
}
const code = [...'990123-20261014-W03-0012']

describe('scanner', () => {
  it('finds a burst that ends with Enter', () => {
    expect(type([...code, 'Enter'], 5)).toEqual([{ text: code.join(''), before: 0 }])
  })

  it('ignores the Shift that scanners press for capitals', () => {
    expect(type([...'990123-2026', 'Shift', ...'W03', 'Enter'], 5)).toEqual([{ text: '990123-2026W03', before: 0 }])
  })

  it('takes nobody’s typing for a scan', () => {
    expect(type([...code, 'Enter'], scannerGapMs + 1)).toEqual([])
    expect(type([...'short', 'Enter'], 5)).toEqual([])
    expect(type(['Enter'], 5)).toEqual([])
  })

  it('begins anew after a key that does something', () => {
    expect(type([...'abc', 'Tab', ...code, 'Enter'], 5)).toEqual([{ text: code.join(''), before: 4 }])
    expect(type([...code, 'ArrowDown', 'Enter'], 5)).toEqual([])
  })

  it('offers the burst without its first key only when that key stands apart', () => {
    const burst = (first: number) => {
      const scanner = createScanner<number>()
      return ['x', ...code, 'Enter'].flatMap((key, index) =>
        scanner.feed({ key, at: index === 0 ? 0 : first + index * 5 }, () => index),
      )
    }
    expect(burst(20)).toEqual([
      { text: `x${code.join('')}`, before: 0 },
      { text: code.join(''), before: 1 },
    ])
    expect(burst(4)).toEqual([{ text: `x${code.join('')}`, before: 0 }])
  })

  it('starts anew after each Enter and after a pause', () => {
    const scanner = createScanner<null>()
    let at = 0
    const press = (key: string, pause: number) => scanner.feed({ key, at: (at += pause) }, () => null)
    const burst = (text: string) => {
      for (const key of text) press(key, 5)
      return press('Enter', 5)[0]?.text
    }
    expect(burst('12345678')).toBe('12345678')
    at += 500
    expect(burst('abcdefgh')).toBe('abcdefgh')
    press('x', 500)
    at += 500
    expect(burst('87654321')).toBe('87654321')
  })
})
