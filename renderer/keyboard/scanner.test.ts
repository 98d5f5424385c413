import { describe, expect, it } from 'vitest'
import { createScanner, scannerGapMs } from './scanner.ts'

const type = (keys: readonly string[], gap: number) => {
  const scanner = createScanner()
  return keys.map((key, index) => scanner.feed({ key, at: 1000 + index * gap }))
}
const code = [...'990123-20261014-W03-0012']

describe('scanner', () => {
  it('finds a burst that ends with Enter', () => {
    const answers = type([...code, 'Enter'], 5)
    expect(answers.at(-1)?.text).toBe(code.join(''))
    expect(answers.filter(({ begins }) => begins)).toHaveLength(1)
    expect(answers[0]?.begins).toBe(true)
  })

  it('ignores the Shift that scanners press for capitals', () => {
    expect(type([...'990123-2026', 'Shift', ...'W03', 'Enter'], 5).at(-1)?.text).toBe('990123-2026W03')
  })

  it('takes nobody’s typing for a scan', () => {
    expect(type([...code, 'Enter'], scannerGapMs + 1).at(-1)?.text).toBeNull()
    expect(type([...'short', 'Enter'], 5).at(-1)?.text).toBeNull()
    expect(type(['Enter'], 5).at(-1)?.text).toBeNull()
  })

  it('starts anew after each Enter and after a pause', () => {
    const scanner = createScanner()
    let at = 0
    const burst = (text: string) => {
      for (const key of text) scanner.feed({ key, at: (at += 5) })
      return scanner.feed({ key: 'Enter', at: (at += 5) }).text
    }
    expect(burst('12345678')).toBe('12345678')
    at += 500
    expect(burst('abcdefgh')).toBe('abcdefgh')
    scanner.feed({ key: 'x', at: (at += 500) })
    at += 500
    expect(burst('87654321')).toBe('87654321')
  })
})
