import { describe, expect, it } from 'vitest'
import { addDays, plainDate } from '../plain-date.ts'
import { letterSamples } from './_samples/all.ts'
import { variantsOf } from './_testing.ts'
import { letterText } from './letter-text.ts'
import { composeLetter } from './compose.ts'
import { letterFactSchemas } from './letter-facts.ts'
import { letterKinds } from './letter-kind.ts'
import { isNumbered } from './letter-number.ts'
import { letterTemplates, templateOn } from './letter-templates.ts'
import { findTemplateProblems } from './template-problems.ts'

const today = plainDate('2026-11-22')
const textOf = (letter: (typeof letterKinds)[number], on: string, over: object = {}): string => {
  const template = templateOn(letter, plainDate(on))
  if (template === null) throw new Error(`no ${letter} on ${on}`)
  return letterText(composeLetter(template, letterFactSchemas[letter], { ...letterSamples[letter], ...over }))
}

describe('templates', () => {
  it('[LTR-1] every letter has a wording in force today', () => {
    expect(letterKinds.filter((letter) => templateOn(letter, today) === null)).toEqual([])
  })

  it('[LTR-2] versions of a letter have names of their own and never hold on the same day', () => {
    for (const letter of letterKinds) {
      const versions = letterTemplates.filter((template) => template.letter === letter)
      expect(new Set(versions.map(({ version }) => version)).size).toBe(versions.length)
      for (const version of versions) {
        expect(templateOn(letter, version.inForceFrom)).toBe(version)
        if (version.withdrawnFrom !== null) {
          expect(templateOn(letter, addDays(version.withdrawnFrom, -1))).toBe(version)
          expect(templateOn(letter, version.withdrawnFrom)).not.toBe(version)
        }
      }
    }
  })

  it('[LTR-2] a legal date before the first wording has none', () => {
    expect(templateOn('disclosure_reply_denied', plainDate('2008-04-30'))).toBeNull()
    expect(templateOn('disclosure_reply_not_processed', plainDate('2019-05-14'))).toBeNull()
    expect(templateOn('disclosure_fee_notice', plainDate('2020-12-31'))).toBeNull()
    expect(templateOn('service_denial', plainDate('2023-12-31'))).toBeNull()
  })

  it.each(letterTemplates)(
    '[LTR-3] $letter $version names only facts that the letter has, and articles that exist',
    (template) => {
      expect(findTemplateProblems(template, letterFactSchemas[template.letter])).toEqual([])
    },
  )

  it('[LTR-3] templates are plain data', () => {
    expect(JSON.parse(JSON.stringify(letterTemplates))).toEqual(letterTemplates)
  })

  it.each(letterTemplates)('[LTR-4] $letter $version can be printed from any facts', (template) => {
    const schema = letterFactSchemas[template.letter]
    for (const facts of variantsOf(schema, letterSamples[template.letter])) {
      const text = letterText(composeLetter(template, schema, facts))
      expect(text).not.toMatch(/undefined|null|NaN|[{}]|，，|。。|，。|（）/u)
    }
  })

  it('[LTR-8] a letter of a series shows its number, every other one the number of its case', () => {
    for (const { letter, number } of letterTemplates) {
      if (letter === 'guide_booklet') continue
      expect([letter, number]).toEqual([letter, isNumbered(letter) ? '{letterNo}' : '编号 {caseNo}'])
    }
  })

  it('[LTR-8] a letter issued again names the one that it replaces', () => {
    for (const letter of letterKinds.filter(isNumbered))
      expect(textOf(letter, '2026-11-22', { replacedNo: '公不〔2026〕W03-3号' })).toContain(
        '原公不〔2026〕W03-3号文书已经作废，以本文书为准',
      )
  })
})

describe('remedies', () => {
  const first = /应当自收到本告知书之日起60日内先向青岚县人民政府申请行政复议/u
  const either =
    /60日内依法(?:向青岚县人民政府)?申请行政复议，或者自收到本告知书之日起6个月内依法向人民法院提起行政诉讼/u

  it('[LTR-5] what is withheld under arts. 14–16 goes to reconsideration first since 2024-01-01', () => {
    expect(textOf('disclosure_reply_denied', '2023-12-31')).toMatch(either)
    expect(textOf('disclosure_reply_denied', '2024-01-01')).toMatch(first)
    expect(textOf('disclosure_reply_denied', '2024-01-01')).not.toMatch(either)
    expect(textOf('disclosure_reply_partial', '2026-11-20')).toMatch(first)
  })

  it('[LTR-5] every other reply can go to court at once', () => {
    expect(textOf('disclosure_reply_denied', '2026-11-20', { ground: 'deny_query' })).toMatch(either)
    expect(textOf('disclosure_reply_partial', '2026-11-20', { withheldByLaw: false })).toMatch(either)
    for (const letter of ['granted', 'unable', 'not_processed', 'lapsed'] as const) {
      const text = textOf(`disclosure_reply_${letter}`, '2026-11-20')
      expect(text).toMatch(either)
      expect(text).not.toMatch(first)
    }
  })

  it('[LTR-5] the time to go to court was three months until 2015-04-30', () => {
    expect(textOf('disclosure_reply_denied', '2015-04-30')).toContain('3个月内依法向人民法院提起行政诉讼')
    expect(textOf('disclosure_reply_denied', '2015-05-01')).toMatch(either)
  })
})

describe('disclosure letters of two Regulations', () => {
  it('[LTR-7] until 2019-05-14 they speak of 15 days and the articles of 2008', () => {
    const text = textOf('disclosure_extension_notice', '2019-05-14')
    expect(text).toContain('不能在15个工作日内答复')
    expect(text).toContain('第二十四条第二款')
    expect(textOf('disclosure_extension_notice', '2019-05-15')).toContain('不能在20个工作日内答复')
    expect(textOf('disclosure_receipt', '2019-05-14')).toContain('15 个工作日内答复')
  })

  it('[LTR-9] silence of a third party leaves the decision to the organ, silence of a co-producer is consent', () => {
    expect(textOf('disclosure_third_party_letter', '2026-11-20')).toContain(
      '逾期未提出意见的，由本机关依照条例的规定决定是否公开',
    )
    expect(textOf('disclosure_co_producer_letter', '2026-11-20')).toContain('逾期未提出意见的视为同意公开')
  })
})
