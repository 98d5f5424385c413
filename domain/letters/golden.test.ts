/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, it } from 'vitest'
import { letterSamples } from './_samples/all.ts'
import { letterText } from './letter-text.ts'
import { composeLetter } from './compose.ts'
import { letterFactSchemas } from './letter-facts.ts'
import { letterTemplates } from './letter-templates.ts'

/**
 * The letters as they are handed out, in words. After a change of wording that is meant:
 * `VITE_UPDATE_GOLDEN=1 npx vitest run domain/letters/golden.test.ts -u`, and read what changed.
 */
const golden: Record<string, string> = import.meta.glob('./golden/*.txt', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const updating = import.meta.env['VITE_UPDATE_GOLDEN'] === '1'

const composed = letterTemplates.map((template) => ({
  file: `./golden/${template.letter}-${template.version}.txt`,
  text: letterText(composeLetter(template, letterFactSchemas[template.letter], letterSamples[template.letter])),
}))

describe('golden letters', () => {
  it.each(composed)('[LTR-6] $file reads as it was approved', async ({ file, text }) => {
    if (updating) await expect(text).toMatchFileSnapshot(file)
    else expect(text).toBe(golden[file])
  })

  it('[LTR-6] there is no approved text without a letter', () => {
    const files = new Set(composed.map(({ file }) => file))
    expect(Object.keys(golden).filter((file) => !files.has(file))).toEqual([])
  })
})
