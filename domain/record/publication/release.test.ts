import { describe, expect, it } from 'vitest'
import { calendar, day } from '../../register/_testing.ts'
import { recordModuleOf } from '../modules.ts'
import { aContent, aDraft, aPublished, aRelease, aReview, publicationOn } from './_testing.ts'
import { publicationDuties } from './duties.ts'
import type { PublicationAct } from './publication-act.ts'
import type { PublicationContent } from './publication-content.ts'
import type { Publication } from './publication-record.ts'

const cleared = (over: Partial<PublicationContent> = {}, today = '2026-11-02') =>
  publicationOn(today).done(
    null,
    aDraft({ content: aContent(over) }),
    { kind: 'publication.submit' },
    {
      kind: 'publication.clear',
      review: aReview(),
    },
  )
const release = (publishedOn: string, lateReason: string | null = null): PublicationAct => ({
  kind: 'publication.release',
  releases: [aRelease({ publishedOn: day(publishedOn) })],
  review: null,
  lateReason,
})
const dueOf = (entry: Publication, kind: string) =>
  publicationDuties(entry, calendar).find((duty) => duty.kind === kind)?.due

describe('the limit of release', () => {
  it('[PUB-12] is the twentieth working day after formation, which is not counted', () => {
    expect(dueOf(cleared(), 'release')).toBe('2026-11-30')
    expect(dueOf(cleared({ madeOn: day('2026-09-21') }), 'release')).toBe('2026-10-26')
  })

  it('[PUB-12] is another where another law says so, and names it', () => {
    expect(dueOf(cleared({ limit: { days: 7, basis: '《预算法》第十四条' } }), 'release')).toBe('2026-11-11')
    expect(
      publicationOn('2026-11-02').refused(null, aDraft({ content: aContent({ limit: { days: 7, basis: '' } }) }))
        .fields,
    ).toEqual([{ field: 'content.limit.basis', code: 'required' }])
  })

  it('[PUB-12] a release after it says why it is late; one recorded late but made in time does not', () => {
    const entry = cleared()
    expect(publicationOn('2026-11-30').done(entry, release('2026-11-30')).lateReason).toBeNull()
    const late = publicationOn('2026-12-01')
    expect(late.refused(entry, release('2026-12-01')).fields).toEqual([{ field: 'lateReason', code: 'required' }])
    expect(late.done(entry, release('2026-12-01', '附件补充')).lateReason).toBe('附件补充')
    expect(late.done(entry, release('2026-11-27')).published?.releasedOn).toBe('2026-11-27')
    const later = publicationOn('2026-12-10')
    expect(later.refused(entry, release('2026-12-01')).fields).toEqual([{ field: 'lateReason', code: 'required' }])
    expect(later.done(entry, release('2026-12-01', '附件补充')).lateReason).toBe('附件补充')
    const both: PublicationAct = {
      kind: 'publication.release',
      releases: [aRelease({ publishedOn: day('2026-12-08') }), aRelease({ publishedOn: day('2026-11-30') })],
      review: null,
      lateReason: null,
    }
    expect(later.done(entry, both).firstReleasedOn).toBe('2026-11-30')
  })

  it('[PUB-26] what is owed first is the date lists show; nothing is owed once all is done', () => {
    const module = recordModuleOf('publication')
    expect(module.head(cleared(), calendar)).toMatchObject({
      key: '035210000/2026-00016',
      title: '青岚县2027年一般公共预算草案',
      date: '2026-11-02',
      due: '2026-11-30',
      closed: false,
      words: ['035210000/2026-00016', '青财〔2026〕31号', '预算'],
    })
    const submitted = publicationOn('2026-11-02').done(null, aDraft(), { kind: 'publication.submit' })
    expect(publicationDuties(submitted, calendar)).toEqual([
      { kind: 'review', due: '2026-11-09', article: null },
      { kind: 'release', due: '2026-11-30', article: 'ogi2019:26' },
    ])
    expect(module.head(aPublished(), calendar).due).toBe('2027-05-02')
  })
})

describe('the ways of publication', () => {
  it('[PUB-13] there is at least one, with place and day', () => {
    const monday = publicationOn('2026-11-02')
    const nowhere: PublicationAct = { kind: 'publication.release', releases: [], review: null, lateReason: null }
    expect(monday.refused(cleared(), nowhere).fields).toEqual([{ field: 'releases', code: 'required' }])
    const wrong: PublicationAct = {
      ...nowhere,
      releases: [aRelease({ place: '', publishedOn: day('2026-11-03') }), aRelease({ publishedOn: day('2026-11-01') })],
    }
    expect(monday.refused(cleared(), wrong).fields).toEqual([
      { field: 'releases.0.place', code: 'required' },
      { field: 'releases.0.publishedOn', code: 'date_in_future' },
      { field: 'releases.1.publishedOn', code: 'date_order' },
    ])
  })

  it('[PUB-13] the first of several counts as the day of publication, further ones are added', () => {
    const entry = publicationOn('2026-11-06').done(cleared(), {
      kind: 'publication.release',
      releases: [
        aRelease({ publishedOn: day('2026-11-05') }),
        aRelease({ channel: 'kiosk', place: '政务大厅', publishedOn: day('2026-11-04') }),
      ],
      review: null,
      lateReason: null,
    })
    expect(entry.firstReleasedOn).toBe('2026-11-04')
    const added = publicationOn('2026-11-09').done(entry, {
      kind: 'publication.add_channel',
      release: aRelease({ channel: 'gazette', place: '县政府公报2026年第11期', publishedOn: day('2026-11-09') }),
    })
    expect(added.releases.map(({ channel }) => channel)).toEqual(['site', 'kiosk', 'gazette'])
  })

  it('[PUB-15] the interpretation follows within three working days, where one is needed', () => {
    const entry = aPublished({ needsInterpretation: true })
    expect(publicationDuties(entry, calendar)[0]).toEqual({ kind: 'interpret', due: '2026-11-05', article: null })
    const interpretation = {
      title: '一图读懂预算',
      link: 'https://qinglan.example/jd/9',
      publishedOn: day('2026-11-04'),
    }
    const done = publicationOn('2026-11-04').done(entry, { kind: 'publication.interpret', interpretation })
    expect(dueOf(done, 'interpret')).toBeUndefined()
    expect(dueOf(aPublished(), 'interpret')).toBeUndefined()
  })
})

describe('personal data', () => {
  it('[PUB-21] an identity number is not published', () => {
    const open = cleared({ summary: '申请人孙建国，99000019800101016X。' })
    expect(publicationOn('2026-11-02').refused(open, release('2026-11-02'))).toMatchObject({
      code: 'personal_data_unmasked',
      article: 'ogi2019:15',
      params: { kind: 'id_number' },
    })
    const masked = cleared({ summary: '申请人孙＊国，990***********016X。' })
    expect(publicationOn('2026-11-02').done(masked, release('2026-11-02')).status).toBe('released')
  })

  it('[PUB-21] a telephone of an office is published, a mobile number in a penalty is not', () => {
    const phone = '联系电话13800002046'
    expect(publicationOn('2026-11-02').done(cleared({ summary: phone }), release('2026-11-02')).status).toBe('released')
    const penalty = { class: 'minor', decidedOn: day('2026-11-02'), restrictedUntil: null } as const
    const open = cleared({ category: '20-06-01', summary: phone, penalty })
    expect(publicationOn('2026-11-02').refused(open, release('2026-11-02'))).toMatchObject({
      code: 'personal_data_unmasked',
      article: 'penaltyPublication:6',
    })
  })
})
