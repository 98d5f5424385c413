import { describe, expect, it } from 'vitest'
import { blank } from '../../../../../domain/letters/blank.ts'
import { withBlanks } from './blanks.ts'
import type { NamedSpec } from './field-spec.ts'

const text = (name: string, empty: 'required' | 'null' = 'required'): NamedSpec => ({
  name,
  spec: { type: 'text', max: 500, empty },
})

describe('a form with blanks', () => {
  it('[REV-2] has one for each text that must be written, and keeps what was typed', () => {
    const fields = [text('reasons'), text('opinion'), text('lateReason', 'null')]
    expect(withBlanks(fields, { reasons: '', opinion: '同意', lateReason: '' })).toEqual({
      reasons: blank,
      opinion: '同意',
      lateReason: '',
    })
  })

  it('goes into a group that is there and the variant that is chosen, and nowhere else', () => {
    const group: NamedSpec = { name: 'remedies', spec: { type: 'group', fields: [text('court')], empty: 'null' } }
    expect(withBlanks([group], { remedies: { '?': '', court: '' } })).toEqual({ remedies: { '?': '', court: '' } })
    expect(withBlanks([group], { remedies: { '?': 'yes', court: '' } })).toEqual({
      remedies: { '?': 'yes', court: blank },
    })
    const variant: NamedSpec = {
      name: 'proof',
      spec: {
        type: 'variant',
        key: 'kind',
        variants: [
          { name: 'left', fields: [text('place')] },
          { name: 'signature', fields: [text('name')] },
        ],
        empty: 'required',
      },
    }
    expect(withBlanks([variant], { proof: { '?': 'left', left: { place: '' }, signature: { name: '' } } })).toEqual({
      proof: { '?': 'left', left: { place: blank }, signature: { name: '' } },
    })
  })
})
