import { describe, expect, it } from 'vitest'
import { aDraft, aPublished, aReview, publicationOn } from '../record/publication/_testing.ts'
import { addPower, aPower, aResult, registerOn } from '../record/register/_testing.ts'
import { day } from '../register/_testing.ts'
import { publicSpansOf, wasEverPublic } from './public-entry.ts'

const today = day('2026-11-02')
const published = aPublished()
const officer = publicationOn('2026-11-02')

describe('an entry of the catalogue', () => {
  it('[SYN-100] is shown once it is released, without a word of how it came to be', () => {
    const [span, ...rest] = publicSpansOf(published, today)
    expect(rest).toEqual([])
    expect(span).toEqual({
      from: '2026-11-02',
      until: null,
      entry: {
        type: 'information',
        indexNo: published.indexNo,
        category: '20-07',
        title: '青岚县2027年一般公共预算草案',
        summary: '2027年收支安排及说明。',
        documentNo: '青财〔2026〕31号',
        organ: '青岚县财政局',
        madeOn: '2026-11-02',
        keywords: ['预算'],
        link: 'https://qinglan.example/czj/2027ys',
        validity: null,
        interpretations: [],
        decisionChanged: null,
      },
    })
  })

  it('[SYN-100] is not shown before its review and release, nor when it is withheld, withdrawn or archived', () => {
    const draft = officer.done(null, aDraft())
    const submitted = officer.done(draft, { kind: 'publication.submit' })
    const cleared = officer.done(submitted, { kind: 'publication.clear', review: aReview() })
    for (const entry of [draft, submitted, cleared]) {
      expect(publicSpansOf(entry, today)).toEqual([])
      expect(wasEverPublic(entry)).toBe(false)
    }
    for (const status of ['withheld', 'withdrawn', 'archived'] as const) {
      expect(publicSpansOf({ ...published, status }, today)).toEqual([])
      expect(wasEverPublic({ ...published, status })).toBe(true)
    }
  })

  it('[SYN-100] stays as it is public while another version is prepared', () => {
    const revised = {
      ...published,
      status: 'draft' as const,
      content: { ...published.content, title: '尚未审查的新稿' },
    }
    expect(JSON.stringify(publicSpansOf(revised, today))).not.toContain('尚未审查')
    expect(publicSpansOf(revised, today)).toHaveLength(1)
  })

  it('[SYN-100] is shown for the days of its penalty alone', () => {
    const penalty = { class: 'minor', decidedOn: today, restrictedUntil: null } as const
    const entry = { ...published, published: { content: { ...published.content, penalty }, releasedOn: today } }
    expect(publicSpansOf(entry, today)).toMatchObject([{ from: '2026-11-02', until: '2027-02-02' }])
    expect(publicSpansOf(entry, day('2027-02-02'))).toHaveLength(1)
    expect(publicSpansOf(entry, day('2027-02-03'))).toEqual([])
    const warned = {
      ...entry,
      published: {
        releasedOn: today,
        content: { ...published.content, penalty: { ...penalty, class: 'warning_only' as const } },
      },
    }
    expect(publicSpansOf(warned, today)).toEqual([])
  })

  it('[SYN-100] shows no number of a person, whatever was overlooked', () => {
    const content = {
      ...published.content,
      title: '对990000199001010017的答复',
      summary: '联系电话13700005521',
      keywords: ['990000199001010017'],
      link: 'https://qinglan.example/990000199001010017',
    }
    const interpretations = [
      { title: '解读', link: 'https://qinglan.example/?id=990000199001010017', publishedOn: today },
    ]
    const told = JSON.stringify(
      publicSpansOf({ ...published, published: { content, releasedOn: today }, interpretations }, today),
    )
    expect(told).not.toMatch(/19900101|137\d{8}/)
    expect(told).toContain('990***********0017')
  })
})

describe('an entry of a public register', () => {
  const on = registerOn('2026-11-02')
  const power = on.done(null, addPower())

  it('[SYN-100] is shown by version, the ones to come with their days, and not from the day it is taken out', () => {
    const later = on.done(power, {
      kind: 'register.change',
      values: aPower({ name: '取水许可（新办）' }),
      from: day('2027-01-01'),
      change: 'modified',
      reason: '调整',
    })
    const ended = on.done(later, {
      kind: 'register.withdraw',
      from: day('2027-03-01'),
      change: 'cancelled',
      reason: '取消',
      into: null,
    })
    const spans = publicSpansOf(ended, today)
    expect(spans.map(({ from, until }) => [from, until])).toEqual([
      ['2026-01-01', '2026-12-31'],
      ['2027-01-01', '2027-02-28'],
    ])
    expect(publicSpansOf(ended, day('2027-03-01'))).toEqual([])
  })

  it('[SYN-100] has of a person no name and no number, and no field that is not public', () => {
    const put = on.done(null, addPower({ register: 'enforcement_results', values: aResult() }))
    const values = aResult({
      partyKind: 'person',
      party: '慕容惜文',
      partyId: '990000199001010017',
      fact: '当事人电话13700005521',
      note: '内部说明',
      publishedOn: '2026-11-02',
    })
    const told = JSON.stringify(
      publicSpansOf({ ...put, versions: put.versions.map((version) => ({ ...version, values })) }, today),
    )
    expect(told).not.toMatch(/慕容惜文|19900101|13700005521|内部说明|note/)
    expect(told).toContain('慕')
    expect(told).toContain('"until":"2027-02-02"')
  })

  it('[SYN-100] of an enforcement result is not shown before it was published', () => {
    expect(
      publicSpansOf(on.done(null, addPower({ register: 'enforcement_results', values: aResult() })), today),
    ).toEqual([])
  })
})
