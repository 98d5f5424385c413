import { describe, expect, it } from 'vitest'
import { pdfFault, zoomBy, zooms } from './pdf-file.ts'

const named = (name: string) => Object.assign(new Error('x'), { name })

describe('a PDF that is looked at', () => {
  it('with a password, a damaged one, and one that this program cannot read are told apart', () => {
    expect(pdfFault(named('PasswordException'))).toBe('locked')
    expect(pdfFault(named('InvalidPDFException'))).toBe('damaged')
    expect(pdfFault(named('TypeError'))).toBe('unreadable')
    expect(pdfFault(null)).toBe('unreadable')
  })

  it('is made larger and smaller step by step, and not without end', () => {
    expect(zooms.map((zoom) => zoomBy(zoom, 1))).toEqual([0.75, 1, 1.25, 1.5, 2, 3, 3])
    expect(zooms.map((zoom) => zoomBy(zoom, -1))).toEqual([0.5, 0.5, 0.75, 1, 1.25, 1.5, 2])
  })
})
