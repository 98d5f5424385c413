import { describe, expect, it } from 'vitest'
import { day } from '../../register/_testing.ts'
import { findWorkflowProblems } from '../../workflow/validate-workflow.ts'
import { aContent, aDraft, aPublished, aRelease, aReview, nothingFound, publicationOn } from './_testing.ts'
import { publicationDuties } from './duties.ts'
import { calendar } from '../../register/_testing.ts'
import type { PublicationAct } from './publication-act.ts'
import { publicationWorkflow } from './workflow.ts'

const monday = publicationOn('2026-11-02')
const submitted = monday.done(null, aDraft(), { kind: 'publication.submit' })
const releaseNow = (review: Extract<PublicationAct, { kind: 'publication.release' }>['review']): PublicationAct => ({
  kind: 'publication.release',
  releases: [aRelease()],
  review,
  lateReason: null,
})
const clearWith = (
  findings: Partial<typeof nothingFound>,
  thirdPartyOverride: 'consent' | 'public_interest' | null = null,
): PublicationAct => ({
  kind: 'publication.clear',
  review: aReview({ findings: { ...nothingFound, ...findings }, thirdPartyOverride }),
})

describe('the procedure of an entry', () => {
  it('[PUB-1] every state is reached and left, and what waits has a way out in time', () => {
    expect(findWorkflowProblems(publicationWorkflow)).toEqual([])
  })

  it('[PUB-6] an entry states what the catalogue must hold: index, title, summary, day of making, and its organ and column', () => {
    const empty = aDraft({ indexNo: ' ', content: aContent({ title: '', summary: ' ', organ: '', category: '20' }) })
    expect(monday.refused(null, empty).fields).toEqual([
      { field: 'indexNo', code: 'required' },
      { field: 'content.title', code: 'required' },
      { field: 'content.summary', code: 'required' },
      { field: 'content.organ', code: 'required' },
      { field: 'content.category', code: 'value_unknown' },
    ])
    expect(monday.refused(null, aDraft({ content: aContent({ madeOn: day('2026-11-03') }) })).fields).toEqual([
      { field: 'content.madeOn', code: 'date_in_future' },
    ])
  })

  it('[PUB-6] a number fits the template it is said to be made by; one given elsewhere is taken as it is', () => {
    expect(monday.refused(null, aDraft({ indexNo: '16号' })).fields).toEqual([
      { field: 'indexNo', code: 'index_no_invalid' },
    ])
    expect(monday.refused(null, aDraft({ template: '{year}' })).fields).toEqual([
      { field: 'template', code: 'index_no_invalid' },
    ])
    expect(monday.done(null, aDraft({ indexNo: '16号', template: null })).indexNo).toBe('16号')
  })

  it('[PUB-23] what an applicant suggested, or several asked for, names its case', () => {
    const caseId = '018f0000-0000-7000-8000-000000000001'
    expect(monday.done(null, aDraft({ origin: { kind: 'suggestion', caseId } })).origin).toEqual({
      kind: 'suggestion',
      caseId,
    })
  })
})

describe('the review before release', () => {
  it('[PUB-7] nothing is released without a review', () => {
    const draft = monday.done(null, aDraft())
    expect(monday.refused(draft, releaseNow(null))).toMatchObject({
      code: 'secrecy_review_missing',
      article: 'ogi2019:17(2)',
    })
    expect(monday.refused(submitted, releaseNow(null)).code).toBe('not_allowed_in_state')
    const edited = monday.done(
      submitted,
      { kind: 'publication.clear', review: aReview() },
      { kind: 'publication.recall', reason: '补充附件' },
    )
    expect(monday.refused(edited, releaseNow(null)).code).toBe('secrecy_review_missing')
  })

  it('[PUB-7] nothing was public before its review, in whatever way and whenever that is entered', () => {
    const reviewed = aReview({ reviewedOn: day('2026-11-04') })
    const wednesday = publicationOn('2026-11-04')
    const cleared = wednesday.done(submitted, { kind: 'publication.clear', review: reviewed })
    const before = { code: 'released_before_review', article: 'ogi2019:17(2)', params: { on: '2026-11-04' } }
    const friday = publicationOn('2026-11-06')
    expect(friday.refused(cleared, releaseNow(null))).toMatchObject(before)
    expect(friday.refused(monday.done(null, aDraft()), releaseNow(reviewed))).toMatchObject(before)
    const onItsDay: PublicationAct = {
      kind: 'publication.release',
      releases: [aRelease({ publishedOn: day('2026-11-04') })],
      review: null,
      lateReason: null,
    }
    const released = friday.done(cleared, onItsDay)
    expect(released.firstReleasedOn).toBe('2026-11-04')
    const add = (publishedOn: string): PublicationAct => ({
      kind: 'publication.add_channel',
      release: aRelease({ channel: 'gazette', publishedOn: day(publishedOn) }),
    })
    expect(friday.refused(released, add('2026-11-03'))).toMatchObject(before)
    expect(friday.done(released, add('2026-11-04')).releases).toHaveLength(2)
    const corrected = friday.done(released, {
      kind: 'publication.correct',
      content: aContent({ title: '更正后的标题' }),
      reason: '笔误',
      by: 'own_check',
      review: aReview({ reviewedOn: day('2026-11-06') }),
    })
    expect(friday.done(corrected, add('2026-11-05')).releases).toHaveLength(2)
  })

  it('[PUB-7] a review made on paper counts when it is recorded with all it must say', () => {
    const draft = monday.done(null, aDraft())
    expect(
      monday.refused(draft, releaseNow(aReview({ unit: '', reviewer: ' ', basis: '', opinion: '' }))).fields,
    ).toEqual([
      { field: 'review.unit', code: 'required' },
      { field: 'review.reviewer', code: 'required' },
      { field: 'review.basis', code: 'required' },
      { field: 'review.opinion', code: 'required' },
    ])
    const released = monday.done(draft, releaseNow(aReview()))
    expect(released).toMatchObject({ status: 'released', review: { reviewer: '李明' }, firstReleasedOn: '2026-11-02' })
  })

  it('[PUB-8] what article 14 protects is not cleared, whoever agrees', () => {
    for (const ground of ['state_secret', 'forbidden_by_law', 'security_stability'] as const)
      expect(monday.refused(submitted, clearWith({ [ground]: 'found' }))).toMatchObject({
        code: 'review_finds_ground',
        article: 'ogi2019:14',
        params: { ground },
      })
    const draft = monday.done(null, aDraft())
    const onPaper = aReview({ findings: { ...nothingFound, state_secret: 'found' } })
    expect(monday.refused(draft, releaseNow(onPaper)).code).toBe('review_finds_ground')
  })

  it('[PUB-8] what hurts a third party is cleared only with its consent or for the public interest', () => {
    expect(monday.refused(submitted, clearWith({ third_party: 'found' }))).toMatchObject({ article: 'ogi2019:15' })
    expect(monday.done(submitted, clearWith({ third_party: 'found' }, 'consent')).status).toBe('cleared')
    expect(monday.refused(submitted, clearWith({}, 'consent')).fields).toEqual([
      { field: 'review.thirdPartyOverride', code: 'not_applicable' },
    ])
  })

  it('[PUB-8] what article 16 lets an organ keep to itself may be published', () => {
    expect(monday.done(submitted, clearWith({ process: 'found', internal_affairs: 'found' })).status).toBe('cleared')
  })

  it('[PUB-9] whoever prepares an entry does not review it', () => {
    const clear: PublicationAct = { kind: 'publication.clear', review: aReview() }
    for (const role of ['disclosure_officer', 'administrator', 'clerk'] as const)
      expect(monday.refusedAs(submitted, clear, { role }).code).toBe('role_not_permitted')
    expect(monday.refusedAs(submitted, releaseNow(null), { role: 'reviewer' }).code).toBe('not_allowed_in_state')
    expect(monday.refusedAs(null, aDraft(), { role: 'reviewer' }).code).toBe('role_not_permitted')
  })

  it('[PUB-10] a doubtful entry waits for the authority, and follows what it determines', () => {
    const asked = monday.done(submitted, {
      kind: 'publication.consult',
      authority: '青岚县国家保密局',
      secrecy: true,
      question: '附表三是否属于国家秘密',
      answerBy: day('2026-11-16'),
    })
    expect(asked.status).toBe('consulting')
    expect(publicationDuties(asked, calendar)[0]).toEqual({
      kind: 'answer',
      due: '2026-11-16',
      article: 'secrecyRegulation:25(2)',
    })
    const answer = {
      kind: 'publication.determine',
      mayRelease: true,
      documentNo: '青密函〔2026〕4号',
      answeredOn: day('2026-11-09'),
      review: aReview({ reviewedOn: day('2026-11-09') }),
      ground: null,
      nextBy: null,
    } as const
    const later = publicationOn('2026-11-09')
    expect(later.done(asked, answer).status).toBe('cleared')
    expect(later.refused(asked, { ...answer, mayRelease: false }).fields.map(({ field }) => field)).toEqual([
      'nextBy',
      'ground',
    ])
    const secret = aReview({ findings: { ...nothingFound, state_secret: 'found' } })
    expect(later.refused(asked, { ...answer, review: secret }).code).toBe('review_finds_ground')
    const kept = later.done(asked, {
      ...answer,
      mayRelease: false,
      ground: 'state_secret',
      nextBy: day('2027-11-09'),
      review: secret,
    })
    expect(kept).toMatchObject({ status: 'withheld', withholding: { ground: 'state_secret', nextBy: '2027-11-09' } })
  })

  it('[PUB-10] without an answer a person withholds it, and not before the time is over', () => {
    const asked = monday.done(submitted, {
      kind: 'publication.consult',
      authority: '青岚县国家保密局',
      secrecy: true,
      question: '附表三是否属于国家秘密',
      answerBy: day('2026-11-16'),
    })
    const noAnswer = {
      kind: 'publication.no_determination',
      ground: 'state_secret',
      opinion: '逾期未答复，暂不公开',
      nextBy: day('2027-02-01'),
    } as const
    expect(publicationOn('2026-11-16').refused(asked, noAnswer).code).toBe('time_not_run_out')
    expect(publicationOn('2026-11-17').done(asked, noAnswer).status).toBe('withheld')
  })
})

describe('what is withheld', () => {
  const withhold = (ground: 'process' | 'third_party'): PublicationAct => ({
    kind: 'publication.withhold',
    review: aReview({ findings: { ...nothingFound, process: 'found' } }),
    ground,
    nextBy: day('2027-11-02'),
  })

  it('[PUB-11] is withheld on a ground that the review found', () => {
    expect(monday.refused(submitted, withhold('third_party')).fields).toEqual([
      { field: 'ground', code: 'value_unknown' },
    ])
    const kept = monday.done(submitted, withhold('process'))
    expect(publicationDuties(kept, calendar)).toEqual([
      { kind: 'reevaluate', due: '2027-11-02', article: 'ogi2019:18' },
    ])
  })

  it('[PUB-11] is looked at again, and stays with a next day or goes back to be reviewed with twenty days of its own', () => {
    const kept = monday.done(submitted, withhold('process'))
    const year = publicationOn('2027-11-01')
    expect(
      year.refused(kept, { kind: 'publication.reevaluate', result: 'keep', basis: '仍在讨论', nextBy: null }).fields,
    ).toEqual([{ field: 'nextBy', code: 'required' }])
    const stays = year.done(kept, {
      kind: 'publication.reevaluate',
      result: 'keep',
      basis: '仍在讨论',
      nextBy: day('2028-11-01'),
    })
    expect(stays).toMatchObject({ status: 'withheld', withholding: { nextBy: '2028-11-01' } })
    const goes = year.done(kept, { kind: 'publication.reevaluate', result: 'release', basis: '已经定稿', nextBy: null })
    expect(goes).toMatchObject({ status: 'draft', review: null, changedOn: '2027-11-01' })
    expect(publicationDuties(goes, calendar)[0]).toMatchObject({ kind: 'release', due: '2027-11-29' })
    expect(year.refused(goes, releaseNow(null)).code).toBe('secrecy_review_missing')
  })

  it('[PUB-22] is not simply dropped', () => {
    const kept = monday.done(submitted, withhold('process'))
    const drop: PublicationAct = { kind: 'publication.withdraw', ground: 'not_needed', reason: '不再需要' }
    expect(monday.refused(kept, drop)).toMatchObject({ code: 'not_public', article: 'ogi2019:18' })
  })

  it('[PUB-22] of an entry that is public already, the public version can be taken down', () => {
    const changed = publicationOn('2026-11-09').done(
      aPublished(),
      { kind: 'publication.revise', changedOn: day('2026-11-09'), content: aContent({ title: '调整方案' }) },
      { kind: 'publication.submit' },
      withhold('process'),
    )
    expect(changed).toMatchObject({
      status: 'withheld',
      published: { content: { title: '青岚县2027年一般公共预算草案' } },
    })
    const down = publicationOn('2026-11-10').done(changed, {
      kind: 'publication.withdraw',
      ground: 'should_be_withheld',
      reason: '含过程稿',
    })
    expect(down.status).toBe('withdrawn')
  })
})
