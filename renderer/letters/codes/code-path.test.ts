import { describe, expect, it } from 'vitest'
import { code128Path, qrPath } from './code-path.ts'

const caseNo = '990123-20260928-W03-0012'

/** Dark stretches of the first row of bars, as [from, to). */
const barsOf = (path: string): readonly (readonly [number, number])[] =>
  [...path.matchAll(/M(\d+) \d+h(\d+)v/g)].map(([, from, width]) => [Number(from), Number(from) + Number(width)])

describe('code128Path', () => {
  const { width, path } = code128Path(caseNo)
  const bars = barsOf(path)

  it('begins with a start character and ends with the stop pattern, ten modules from both edges', () => {
    // Start C is 2 1 1 2 3 2, stop 2 3 3 1 1 1 2 (ISO/IEC 15417).
    expect(bars.slice(0, 3)).toEqual([
      [10, 12],
      [13, 14],
      [16, 19],
    ])
    expect(bars.slice(-4).map(([from, to]) => [from - (width - 23), to - (width - 23)])).toEqual([
      [0, 2],
      [5, 8],
      [9, 10],
      [11, 13],
    ])
  })

  it('is made of whole symbols of eleven modules', () => {
    expect((width - 20 - 13) % 11).toBe(0)
    for (let at = 1; at < bars.length; at++) expect(bars[at]?.[0]).toBeGreaterThan(bars[at - 1]?.[1] ?? Infinity)
  })
})

describe('qrPath', () => {
  it('is square with four modules of quiet on every side', () => {
    const code = qrPath('https://zwfw.example.gov.cn/p?no=990123-20260928-W03-0012')
    expect(code.width).toBe(code.height)
    const xs = [...code.path.matchAll(/[ML](\d+) /g)].map(([, x]) => Number(x))
    expect([Math.min(...xs), code.width - Math.max(...xs)]).toEqual([8, 8])
  })

  it('differs for every number', () => {
    expect(qrPath(caseNo).path).not.toBe(qrPath('990123-20260928-W03-0013').path)
  })
})
