import { describe, expect, it } from 'vitest'
import { calendar, day } from '../../register/_testing.ts'
import { aContent, aPublished, aRelease, aReview, nothingFound, publicationOn } from './_testing.ts'
import { depositList } from './deposit-list.ts'
import { publicationDuties } from './duties.ts'
import type { PublicationAct } from './publication-act.ts'
import { type Publication, isPublic } from './publication-record.ts'

const dueOf = (entry: Publication, kind: string) =>
  publicationDuties(entry, calendar).find((duty) => duty.kind === kind)?.due
const correct = (over: Partial<Extract<PublicationAct, { kind: 'publication.correct' }>> = {}): PublicationAct => ({
  kind: 'publication.correct',
  content: aContent({ summary: '更正：总额为二十一亿元。' }),
  reason: '金额有误',
  by: 'request',
  review: aReview(),
  ...over,
})

describe('deposit at archive and library', () => {
  const friday = publicationOn('2026-11-06')
  const handedOver = friday.done(aPublished(), {
    kind: 'publication.hand_over',
    place: 'archive',
    receiver: '青岚县档案馆',
    copies: 2,
  })

  it('[PUB-14] goes with a numbered list, and is owed until both have signed for it', () => {
    expect(handedOver.documents).toMatchObject([{ letter: 'deposit_list', no: 'deposit_list-1', on: '2026-11-06' }])
    expect(handedOver.deposits).toMatchObject([{ place: 'archive', listNo: 'deposit_list-1', receipt: null }])
    const receipt = (place: 'archive' | 'library', listNo: string): PublicationAct => ({
      kind: 'publication.deposit_receipt',
      listNo,
      place,
      receiptNo: '收〔2026〕88',
      receivedBy: '周＊',
      receivedOn: day('2026-11-06'),
    })
    const one = friday.done(handedOver, receipt('archive', 'deposit_list-1'))
    expect(dueOf(one, 'deposit')).toBe('2027-05-02')
    const both = friday.done(
      one,
      {
        kind: 'publication.hand_over_on_list',
        place: 'library',
        receiver: '青岚县图书馆',
        copies: 1,
        listNo: '公送〔2026〕W03-2号',
      },
      receipt('library', '公送〔2026〕W03-2号'),
    )
    expect(dueOf(both, 'deposit')).toBeUndefined()
    const anew = publicationOn('2026-12-07').done(
      both,
      { kind: 'publication.revise', changedOn: day('2026-12-01'), content: aContent() },
      {
        kind: 'publication.release',
        releases: [aRelease({ publishedOn: day('2026-12-07') })],
        review: aReview({ reviewedOn: day('2026-12-07') }),
        lateReason: null,
      },
    )
    expect(dueOf(anew, 'deposit')).toBe('2027-06-07')
    expect(friday.refused(both, receipt('archive', 'deposit_list-1')).fields).toEqual([
      { field: 'listNo', code: 'not_applicable' },
    ])
    expect(friday.refused(both, receipt('archive', '公送〔2026〕W03-9号')).fields).toEqual([
      { field: 'listNo', code: 'value_unknown' },
    ])
  })

  it('[PUB-14] a list holds every entry that went with it, by index number', () => {
    const other = {
      ...friday.done(aPublished({ title: '青岚县2026年决算' }), {
        kind: 'publication.hand_over_on_list',
        place: 'archive',
        receiver: '青岚县档案馆',
        copies: 1,
        listNo: 'deposit_list-1',
      }),
      indexNo: '035210000/2026-00009',
    }
    const list = depositList([handedOver, other, aPublished()], 'deposit_list-1')
    expect(list).toMatchObject({ place: 'archive', receiver: '青岚县档案馆', handedOn: '2026-11-06', copies: 3 })
    expect(list?.rows.map(({ n, indexNo, releasedOn, copies }) => [n, indexNo, releasedOn, copies])).toEqual([
      [1, '035210000/2026-00009', '2026-11-02', 1],
      [2, '035210000/2026-00016', '2026-11-02', 2],
    ])
    expect(depositList([other], 'deposit_list-1')).toBeNull()
  })
})

describe('correction and change', () => {
  it('[PUB-16] a correction is reviewed like the first version and stands in its place at once', () => {
    const monday = publicationOn('2026-11-02')
    const secret = aReview({ findings: { ...nothingFound, state_secret: 'found' } })
    expect(monday.refused(aPublished(), correct({ review: secret })).code).toBe('review_finds_ground')
    const corrected = monday.done(aPublished(), correct())
    expect(corrected).toMatchObject({
      status: 'corrected',
      published: { content: { summary: '更正：总额为二十一亿元。' }, releasedOn: '2026-11-02' },
      corrections: [{ reason: '金额有误', by: 'request', on: '2026-11-02' }],
    })
    expect(monday.done(corrected, correct({ reason: '又有误' })).corrections).toHaveLength(2)
  })

  it('[PUB-17] information that changed has twenty days of its own, and the old version is public until then', () => {
    const later = publicationOn('2026-12-07')
    const revised = later.done(aPublished(), {
      kind: 'publication.revise',
      changedOn: day('2026-12-01'),
      content: aContent({ title: '预算调整方案' }),
    })
    expect(revised).toMatchObject({
      status: 'draft',
      published: { content: { title: '青岚县2027年一般公共预算草案' } },
    })
    expect(isPublic(revised)).toBe(true)
    expect(dueOf(revised, 'release')).toBe('2026-12-29')
    const again = later.done(revised, {
      kind: 'publication.release',
      releases: [aRelease({ publishedOn: day('2026-12-07') })],
      review: aReview({ reviewedOn: day('2026-12-07') }),
      lateReason: null,
    })
    expect(again).toMatchObject({
      status: 'released',
      firstReleasedOn: '2026-11-02',
      published: { content: { title: '预算调整方案' }, releasedOn: '2026-12-07' },
    })
    const renumbered = {
      kind: 'publication.edit',
      indexNo: '035210000/2026-00099',
      template: null,
      content: aContent(),
    } as const
    expect(later.refused(revised, renumbered).fields).toEqual([{ field: 'indexNo', code: 'not_applicable' }])
    const before = { kind: 'publication.revise', changedOn: day('2026-10-01'), content: aContent() } as const
    expect(later.refused(aPublished(), before).fields).toEqual([{ field: 'changedOn', code: 'date_order' }])
  })

  it('[PUB-22] what was taken down is public no more; a new version begins from nothing public', () => {
    const monday = publicationOn('2026-11-02')
    const down = monday.done(aPublished(), { kind: 'publication.withdraw', ground: 'inaccurate', reason: '附件错误' })
    expect([down.status, isPublic(down), publicationDuties(down, calendar)]).toEqual(['withdrawn', false, []])
    expect(monday.refused(down, correct()).code).toBe('not_allowed_in_state')
    const again = monday.done(down, { kind: 'publication.revise', changedOn: day('2026-11-02'), content: aContent() })
    expect([again.status, isPublic(again), again.withdrawal]).toEqual(['draft', false, null])
  })
})

describe('published penalties', () => {
  const penalty = (
    over: Partial<{ class: 'warning_only' | 'minor' | 'other'; restrictedUntil: ReturnType<typeof day> | null }> = {},
  ) => ({ class: 'other', decidedOn: day('2026-11-02'), restrictedUntil: null, ...over }) as const
  const published = (over: Parameters<typeof penalty>[0] = {}) =>
    aPublished({ category: '20-06-01', title: '无照经营案', penalty: penalty(over) })
  const archive = (ground: 'period_over' | 'early_stop', note: string): PublicationAct => ({
    kind: 'publication.archive',
    ground,
    note,
  })

  it('[PUB-19] are published within twenty working days of the decision; a warning alone is not', () => {
    const warned = () => published({ class: 'warning_only' })
    expect(warned).toThrow('content.penalty.class')
    expect(dueOf({ ...published(), status: 'cleared' }, 'release')).toBe('2026-11-30')
  })

  it('[PUB-19] are taken down after three months, three years, or the end of a longer ban', () => {
    expect(dueOf(published({ class: 'minor' }), 'stop')).toBe('2027-02-03')
    expect(dueOf(published(), 'stop')).toBe('2029-11-03')
    expect(dueOf(published({ restrictedUntil: day('2031-11-01') }), 'stop')).toBe('2031-11-02')
    expect(dueOf(published({ restrictedUntil: day('2027-11-01') }), 'stop')).toBe('2029-11-03')
  })

  it('[PUB-19] are not taken down before, unless the law allows it earlier and the reason is stated', () => {
    const minor = published({ class: 'minor' })
    const last = publicationOn('2027-02-02')
    expect(last.refused(minor, archive('period_over', ''))).toMatchObject({
      code: 'publication_period_runs',
      article: 'penaltyPublication:13(1)',
      params: { until: '2027-02-02' },
    })
    expect(last.refused(minor, archive('early_stop', ' ')).fields).toEqual([{ field: 'note', code: 'required' }])
    expect(last.done(minor, archive('early_stop', '信用修复')).status).toBe('archived')
    expect(publicationOn('2027-02-03').done(minor, archive('period_over', '')).status).toBe('archived')
  })

  it('[PUB-20] a decision that was varied or revoked is withdrawn within three working days', () => {
    const friday = publicationOn('2026-11-06')
    const change = {
      kind: 'publication.decision_changed',
      how: 'revoked',
      changedOn: day('2026-11-06'),
      basis: '青复决〔2026〕5号',
    } as const
    const changed = friday.done(published(), change)
    expect(publicationDuties(changed, calendar)[0]).toEqual({
      kind: 'withdraw',
      due: '2026-11-11',
      article: 'penaltyPublication:11',
    })
    const down = friday.done(changed, {
      kind: 'publication.withdraw',
      ground: 'decision_changed',
      reason: '处罚决定已撤销',
    })
    expect(publicationDuties(down, calendar)).toEqual([])
    expect(friday.refused(aPublished(), change).code).toBe('not_allowed_in_state')
  })
})
