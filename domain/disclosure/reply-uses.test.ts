import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replyDetails } from '../report/disclosure-facts.ts'
import { outcomes } from '../report/outcome.ts'
import { aDraft } from './_testing.ts'
import { needsOf } from './reply-needs.ts'
import { detailsOf, usesOf } from './reply-uses.ts'

const drafts = fc
  .record({ outcome: fc.constantFrom(...outcomes), detail: fc.option(fc.constantFrom(...replyDetails)) })
  .map(({ outcome, detail }) =>
    aDraft({ outcome, detail: detail !== null && detailsOf(outcome).includes(detail) ? detail : null }),
  )

describe('what a reply has a use for', () => {
  it('[DIS-39] is at least what it needs, and parts belong to partial disclosure alone', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const uses = usesOf(draft)
        for (const need of needsOf(draft).needs) expect(uses).toContain(need)
        expect(uses.has('parts')).toBe(draft.outcome === 'partial')
        expect(uses.has('ownRecord')).toBe(draft.outcome === 'other_other')
      }),
    )
  })

  it('[DIS-39] counts a detail only where the report has a row for it', () => {
    expect(outcomes.filter((outcome) => detailsOf(outcome).length > 0)).toEqual(['granted', 'unable_none'])
    expect(detailsOf('granted')).toEqual(['already_public'])
    expect(usesOf(aDraft({ outcome: 'unable_none', detail: 'not_this_organ' }))).toContain('competentOrgan')
    expect(usesOf(aDraft({ outcome: 'unable_none', detail: 'not_exist' }))).not.toContain('competentOrgan')
  })
})
