import { describe, expect, it } from 'vitest'
import { plainDate } from '../plain-date.ts'
import { outcomes } from '../report/outcome.ts'
import { disclosureRowOf, isDisclosureHeader } from './disclosure-columns.ts'
import { type HistoricalEntry, parseDisclosureRow } from './parse-disclosure-row.ts'
import { findOutcome } from './register-words.ts'

const context = { today: plainDate('2026-01-05'), organ: '青岚县人民政府办公室' }
const row = {
  received_on: '2024-03-04',
  replied_on: '2024-03-20',
  channel: 'online',
  applicant_kind: '自然人',
  outcome: 'granted',
  subject: '2023年度招标文件',
  extended: false,
  reconsideration: null,
  litigation: null,
}
const parse = (over: object) =>
  parseDisclosureRow(disclosureRowOf(new Map(Object.entries({ ...row, ...over }))), context)
const taken = (over: object = {}): HistoricalEntry => {
  const parsed = parse(over)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}
const problems = (over: object) => {
  const parsed = parse(over)
  return parsed.ok ? [] : parsed.error.map(({ code, field }) => [code, field])
}

describe('row of an old register', () => {
  it('[DIS-31] says what it says, and nothing is added to it', () => {
    expect(taken()).toEqual({
      request: {
        receivedOn: '2024-03-04',
        repliedOn: '2024-03-20',
        channel: 'online',
        category: 'natural',
        named: false,
        outcome: 'granted',
        detail: null,
        subject: '2023年度招标文件',
        organ: '青岚县人民政府办公室',
        extended: false,
        reconsideration: null,
        litigation: null,
      },
      applicant: null,
    })
    for (const channel of [null, '其他', '不详']) expect(taken({ channel }).request.channel).toBeNull()
    expect(taken({ replied_on: null, outcome: null }).request).toMatchObject({ repliedOn: null, outcome: null })
  })

  it('[DIS-31] remedies are records, or columns with a dot', () => {
    const reconsideration = { result: 'maintain', year: 2024 }
    const litigation = { route: 'after_review', result: 'pending', year: 2025 }
    const nested = taken({ reconsideration, litigation }).request
    expect(nested).toMatchObject({ reconsideration, litigation })
    expect(
      taken({
        'reconsideration.result': '结果维持',
        'reconsideration.year': '2024',
        'litigation.route': '复议后起诉',
        'litigation.result': '尚未审结',
        'litigation.year': 2025,
      }).request,
    ).toEqual(nested)
  })

  it('[DIS-31] the words of the forms and of registers are understood, in Chinese headers too', () => {
    expect(
      taken({
        received_on: '2024年3月4日',
        replied_on: '2024/3/20',
        channel: '邮寄',
        applicant_kind: '法人或其他组织/商业企业',
        outcome: '不予公开/保护第三方合法权益',
        extended: '是',
      }).request,
    ).toMatchObject({
      receivedOn: '2024-03-04',
      repliedOn: '2024-03-20',
      channel: 'registered_post',
      category: 'business',
      outcome: 'deny_third',
      extended: true,
    })
    expect(['收到日期', '申请人类别', '办理结果', 'Litigation.Route'].every(isDisclosureHeader)).toBe(true)
    expect(isDisclosureHeader('备注')).toBe(false)
    for (const outcome of outcomes) expect(findOutcome(outcome)).toBe(outcome)
    expect(
      [
        '(一)予以公开',
        '（三）1.属于国家秘密',
        '(三)3.危及“三安全一稳定”',
        '(六)1.申请人无正当理由逾期不补正',
        '(六)3.其他',
      ].map(findOutcome),
    ).toEqual(['granted', 'deny_secret', 'deny_safety', 'other_no_correction', 'other_other'])
  })

  it.each([
    ['no receipt date', { received_on: '' }, [['missing', 'received_on']]],
    ['a day that does not exist', { received_on: '2024-02-30' }, [['date_invalid', 'received_on']]],
    ['a day to come', { replied_on: '2026-01-06' }, [['date_in_future', 'replied_on']]],
    ['a day before the Regulation', { received_on: '2008-04-30' }, [['date_too_old', 'received_on']]],
    ['a reply before receipt', { replied_on: '2024-03-01' }, [['reply_before_receipt', 'replied_on']]],
    ['a reply without outcome', { outcome: null }, [['reply_without_outcome', 'outcome']]],
    ['an outcome without reply', { replied_on: null }, [['outcome_without_reply', 'replied_on']]],
    ['an unknown outcome', { outcome: 'refused' }, [['outcome_unknown', 'outcome']]],
    ['a row key that is no outcome', { outcome: 'total' }, [['outcome_unknown', 'outcome']]],
    ['an unknown kind of applicant', { applicant_kind: '外星人' }, [['applicant_kind_unknown', 'applicant_kind']]],
    ['an unknown channel', { channel: '信鸽' }, [['channel_unknown', 'channel']]],
    ['neither yes nor no', { extended: '也许' }, [['yes_no_unclear', 'extended']]],
    ['a list for a text', { subject: ['a'] }, [['wrong_type', 'subject']]],
    ['an invisible character', { subject: 'a\u0000b' }, [['control_characters', 'subject']]],
    ['too long a text', { subject: '长'.repeat(4001) }, [['text_too_long', 'subject']]],
    [
      'half a reconsideration',
      { reconsideration: { result: 'maintain' } },
      [['remedy_incomplete', 'reconsideration.year']],
    ],
    [
      'an unknown result',
      { reconsideration: { result: '撤销', year: 2024 } },
      [['result_unknown', 'reconsideration.result']],
    ],
    [
      'a text for a record',
      { reconsideration: '已复议' },
      [
        ['result_unknown', 'reconsideration.result'],
        ['remedy_incomplete', 'reconsideration.year'],
      ],
    ],
    [
      'an unknown route',
      { litigation: { route: 'appeal', result: 'other', year: 2024 } },
      [['route_unknown', 'litigation.route']],
    ],
    [
      'a year before the request',
      { litigation: { route: 'direct', result: 'other', year: 2023 } },
      [['year_invalid', 'litigation.year']],
    ],
  ])('[DIS-31] %s is named', (_what, over, expected) => {
    expect(problems(over)).toEqual(expected)
  })

  it('[DIS-31] all problems of a row are told at once', () => {
    expect(problems({ received_on: '2024-13-01', applicant_kind: '', outcome: 'x' })).toHaveLength(3)
  })
})
