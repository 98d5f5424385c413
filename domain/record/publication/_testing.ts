// Builders of entries of the catalogue, and a desk to act at. Organs and persons are fictional.
import { actingOnRecords, day } from '../../register/_testing.ts'
import type { PublicationAct } from './publication-act.ts'
import type { PublicationContent } from './publication-content.ts'
import type { Publication, Release } from './publication-record.ts'
import { type SecrecyReview, withholdGrounds } from './secrecy-review.ts'

/** 2026-11-02 is a Monday; its twentieth working day is 2026-11-30. */
export const madeOn = day('2026-11-02')

export const aContent = (over: Partial<PublicationContent> = {}): PublicationContent => ({
  category: '20-07',
  title: '青岚县2027年一般公共预算草案',
  summary: '2027年收支安排及说明。',
  documentNo: '青财〔2026〕31号',
  organ: '青岚县财政局',
  madeOn,
  keywords: ['预算'],
  link: 'https://qinglan.example/czj/2027ys',
  needsInterpretation: false,
  limit: null,
  penalty: null,
  ...over,
})

export const aDraft = (over: Partial<Extract<PublicationAct, { kind: 'publication.draft' }>> = {}): PublicationAct => ({
  kind: 'publication.draft',
  indexNo: '035210000/2026-00016',
  template: '{organ}/{year}-{serial:5}',
  origin: { kind: 'own' },
  content: aContent(),
  ...over,
})

export const nothingFound = Object.fromEntries(
  withholdGrounds.map((ground) => [ground, 'none']),
) as SecrecyReview['findings']

export const aReview = (over: Partial<SecrecyReview> = {}): SecrecyReview => ({
  unit: '青岚县财政局办公室',
  reviewer: '李明',
  reviewedOn: madeOn,
  findings: nothingFound,
  thirdPartyOverride: null,
  basis: '财政工作国家秘密范围的规定',
  opinion: '不涉密，可以公开',
  ...over,
})

export const aRelease = (over: Partial<Release> = {}): Release => ({
  channel: 'site',
  place: '青岚县人民政府门户网站',
  publishedOn: madeOn,
  ...over,
})

/** Does the acts of the desk one after another; reviewing acts are done by the reviewer. */
export const publicationOn = (today: string) => {
  const acting = actingOnRecords(day(today))
  const roleOf = (act: PublicationAct) => (reviewerActs.has(act.kind) ? 'reviewer' : 'disclosure_officer')
  return {
    done: (state: Publication | null, ...acts: readonly PublicationAct[]): Publication => {
      let entry = state
      for (const act of acts) {
        const next = acting.done(entry, act, { role: roleOf(act) })
        if (next.kind !== 'publication') throw new Error(next.kind)
        entry = next
      }
      if (entry === null) throw new Error('no acts')
      return entry
    },
    refused: (state: Publication | null, act: PublicationAct) => acting.refused(state, act, { role: roleOf(act) }),
    refusedAs: acting.refused,
  }
}

const reviewerActs: ReadonlySet<string> = new Set([
  'publication.clear',
  'publication.withhold',
  'publication.consult',
  'publication.determine',
  'publication.no_determination',
  'publication.reevaluate',
])

/** A released entry, everything done on one day. */
export const aPublished = (
  over: Partial<PublicationContent> = {},
  release: Partial<Release> = {},
  today = '2026-11-02',
): Publication =>
  publicationOn(today).done(
    null,
    aDraft({ content: aContent(over) }),
    { kind: 'publication.submit' },
    { kind: 'publication.clear', review: aReview({ reviewedOn: day(today) }) },
    {
      kind: 'publication.release',
      releases: [aRelease({ publishedOn: day(today), ...release })],
      review: null,
      lateReason: '迟报',
    },
  )
