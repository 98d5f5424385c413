import { describe, expect, it } from 'vitest'
import { countPdfPages } from './count-pages.ts'

describe('pages of a PDF', () => {
  it.each([
    ['<</Type /Pages /Count 2>> <</Type /Page\n/Parent 3 0 R>> <</Type/Page>>', 2],
    ['<</Type /Pages>>', 0],
    ['', 0],
  ])('[SHL-15] %j has %i', (text, pages) => {
    expect(countPdfPages(Buffer.from(text))).toBe(pages)
  })
})
