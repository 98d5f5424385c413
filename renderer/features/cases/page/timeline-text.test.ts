import { describe, expect, it } from 'vitest'
import { samplesOf } from '../../../../contract/versions/_samples.ts'
import { caseOperationData } from '../../../../contract/operation.ts'
import { entryText } from './timeline-text.ts'

const on = '2026-11-23'
const textOf = (kind: string, data: object) => entryText({ kind, data: { on, ...data } }).text
const blob = 'ab'.repeat(32)

/** What they did is all there is to say, or it stands elsewhere on the page. */
const told = [
  'complaint.accept',
  'disclosure.tell_consultation',
  'disclosure.submit',
  'disclosure.pass_review',
  'disclosure.close',
  'case.suspect_duplicate',
  'case.attachment_in',
  'case.archive',
  // Sealed from whoever was rated; the panel of ratings says who may see it.
  'rating.give',
]

describe('an entry of the timeline', () => {
  it.each(Object.keys(caseOperationData))('says in words what %s did', (kind) => {
    const texts = samplesOf(kind).map((data) => entryText({ kind, data: { ...data } }))
    for (const { title, text } of texts) {
      expect(title).not.toBe(kind)
      expect(text).not.toMatch(/[{}]|undefined|null|NaN|[a-z]+:[a-z]|。；|^；|；$/u)
    }
    expect(texts.every(({ text }) => text === '')).toBe(told.includes(kind))
  })

  it('names a file and what it is a scan of, and why it was taken off', () => {
    const file = { blob, size: 5, type: 'pdf', name: '执照.pdf', role: 'material' }
    expect(textOf('case.attach', file)).toBe('“执照.pdf”，申请材料')
    expect(textOf('case.attach', { ...file, material: '营业执照' })).toBe('“执照.pdf”，营业执照')
    expect(textOf('case.detach', { blob, reason: '传错了文件' })).toBe('传错了文件')
  })

  it('tells what a field said before and says now', () => {
    const change = { field: 'phone', value: '139****1357', was: null }
    expect(textOf('case.set_contact', change)).toBe('电话由“未填”改为“139****1357”')
  })

  it('tells the days that a clock was changed to', () => {
    const pause = { fact: 1, from: '2026-11-23', to: '2026-11-27', reason: '补正函退回' }
    expect(textOf('clock.change_pause', pause)).toBe('2026-11-23 周一至 2026-11-27 周五停算；补正函退回')
    expect(textOf('clock.change_pause', { ...pause, to: null })).toBe('2026-11-23 周一起停算；补正函退回')
  })

  it('follows a disclosure request: who was asked, what they said, what was decided and how it was delivered', () => {
    const asked = { name: '周文静', matter: '征收补偿协议', sentOn: on }
    // A third party is a person as often as not.
    expect(textOf('disclosure.consult_third_party', asked)).toBe('征收补偿协议；2026-11-23 周一 发出')
    expect(textOf('disclosure.consult_agency', { ...asked, name: '县自然资源局' })).toBe(
      '县自然资源局；征收补偿协议；2026-11-23 周一 发出',
    )
    const opinion = { party: 1, answeredOn: on, opinion: 'refuse', reason: '涉及商业秘密。', reasonable: false }
    expect(textOf('disclosure.third_party_opinion', opinion)).toBe(
      '2026-11-23 周一 答复；不同意公开；涉及商业秘密；理由不成立',
    )
    const extension = { days: 20, reason: '材料多', approver: { name: '李明', title: '局长' }, approvedOn: on }
    expect(textOf('disclosure.extend', extension)).toBe('延长 20 个工作日；材料多；局长 李明 批准；2026-11-23 周一')
    expect(textOf('disclosure.deliver', { way: 'post', sentOn: on, proof: null })).toBe(
      '邮寄；2026-11-23 周一 发出；送达凭证未回',
    )
  })

  it('of an act that this program does not know, or whose data do not read, is its kind alone', () => {
    expect(entryText({ kind: 'case.dream', data: { on } })).toEqual({ title: 'case.dream', text: '' })
    expect(entryText({ kind: 'case.note', data: { on } }).text).toBe('')
  })
})
