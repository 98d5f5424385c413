import { describe, expect, it } from 'vitest'
import { letterTemplates } from '../domain/letters/letter-templates.ts'
import { TemplateWordingSchema } from './template-data.ts'

const wordings = letterTemplates.map(
  ({ version: _version, inForceFrom: _from, withdrawnFrom: _until, ...wording }) => wording,
)

describe('the wording of a letter as it is sent', () => {
  it('takes every wording of the program as it is', () => {
    expect(wordings.length).toBeGreaterThan(50)
    for (const wording of wordings) expect(TemplateWordingSchema.parse(wording)).toEqual(wording)
  })

  it('takes nothing beside, and no letter without a text', () => {
    const [wording] = wordings
    expect(TemplateWordingSchema.safeParse({ ...wording, script: 'alert(1)' }).success).toBe(false)
    expect(TemplateWordingSchema.safeParse({ ...wording, blocks: [] }).success).toBe(false)
    expect(TemplateWordingSchema.safeParse({ ...wording, blocks: [{ kind: 'html', text: '<b>' }] }).success).toBe(false)
    expect(TemplateWordingSchema.safeParse({ ...wording, title: 'x'.repeat(4001) }).success).toBe(false)
  })
})
