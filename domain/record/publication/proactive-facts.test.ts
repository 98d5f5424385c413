import { describe, expect, it } from 'vitest'
import { day } from '../../register/_testing.ts'
import { aDraft, aPublished, publicationOn } from './_testing.ts'
import { documentFacts, proactiveFigures } from './proactive-facts.ts'
import type { Publication, Validity } from './publication-record.ts'

const normative = (madeOn: string, ended: { validity: Validity; since: string } | null = null): Publication => {
  const published = aPublished({ category: '20-01-03', madeOn: day(madeOn) })
  if (ended === null) return published
  return publicationOn('2026-11-02').done(published, {
    kind: 'publication.set_validity',
    validity: ended.validity,
    since: day(ended.since),
    basis: '青政发〔2026〕3号',
  })
}

describe('what section 二 of the annual report counts', () => {
  it('[PUB-18] only rules and normative documents have a validity', () => {
    const act = {
      kind: 'publication.set_validity',
      validity: 'repealed',
      since: day('2026-11-02'),
      basis: '清理结果',
    } as const
    expect(publicationOn('2026-11-02').refused(aPublished(), act)).toMatchObject({ code: 'validity_not_applicable' })
    expect(normative('2024-05-01', { validity: 'repealed', since: '2026-03-01' }).validity).toEqual([
      { validity: 'repealed', since: '2026-03-01', basis: '青政发〔2026〕3号' },
    ])
  })

  it('[PUB-18] made and repealed in the year, in force at its end; what lapsed is neither repealed nor in force', () => {
    const entries = [
      normative('2026-02-01'),
      normative('2024-05-01'),
      normative('2024-05-02', { validity: 'repealed', since: '2026-03-01' }),
      normative('2024-05-03', { validity: 'lapsed', since: '2026-12-31' }),
      normative('2026-06-01', { validity: 'repealed', since: '2027-01-01' }),
      aPublished({ category: '20-01-02', madeOn: day('2020-01-06') }),
      aPublished(),
    ]
    const facts = { documents: documentFacts(entries), decisions: [], charges: [] }
    expect(proactiveFigures(facts, 2026)).toMatchObject({
      rules: { made: 0, repealed: 0, inForce: 1 },
      normativeDocuments: { made: 2, repealed: 1, inForce: 3 },
    })
    expect(proactiveFigures(facts, 2027)).toMatchObject({ normativeDocuments: { made: 0, repealed: 1, inForce: 2 } })
  })

  it('[PUB-18] what was never released, or is there twice, is no document', () => {
    const twice = publicationOn('2026-11-02').done(normative('2026-02-01'), {
      kind: 'publication.withdraw',
      ground: 'duplicate',
      reason: '重复录入',
    })
    const draft = publicationOn('2026-11-02').done(null, aDraft())
    expect(documentFacts([twice, draft])).toEqual([])
  })

  it('[PUB-18] decisions and charges are those of the year; what a center does not keep is not stated', () => {
    const decisions = [
      { kind: 'penalty', decidedOn: day('2026-01-01') },
      { kind: 'penalty', decidedOn: day('2025-12-31') },
      { kind: 'licence', decidedOn: day('2026-12-31') },
    ] as const
    const charges = [
      { fen: 38_000, paidOn: day('2026-05-01') },
      { fen: 100, paidOn: day('2025-05-01') },
    ]
    expect(proactiveFigures({ documents: null, decisions, charges }, 2026)).toEqual({
      rules: null,
      normativeDocuments: null,
      licences: 1,
      penalties: 1,
      compulsion: 0,
      chargesFen: 38_000,
    })
    expect(proactiveFigures({ documents: null, decisions: null, charges: null }, 2026)).toMatchObject({
      licences: null,
      penalties: null,
      chargesFen: null,
    })
  })
})
