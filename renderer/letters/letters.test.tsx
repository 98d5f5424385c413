import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { LetterData } from '../../contract/queries/letters.ts'
import { complaintKinds } from '../../domain/letters/facts/contact-facts.ts'
import { materialForms } from '../../domain/letters/facts/service-facts.ts'
import { letterNames } from '../../domain/letters/letter-names.ts'
import { letterWords } from '../../domain/letters/adapt/letter-words.ts'
import { plainDate } from '../../domain/plain-date.ts'
import {
  aDisclosureIntake,
  agentId,
  aLine,
  anItem,
  aServiceIntake,
  citizenId,
  letterData,
  missingLine,
  opened,
  operatorId,
  promisedLine,
} from './_testing.ts'
import { layoutBlocks } from './compose-blocks.tsx'
import { LetterBlockView } from './letter-block.tsx'
import { LetterClosing } from './letter-closing.tsx'
import { LetterPage } from './letter-page.tsx'
import { terms } from '../i18n/zh-cn/terms.ts'

/** All of a letter on one endless page, as words. */
const wordsOf = (data: LetterData): string => {
  const html = renderToStaticMarkup(
    <LetterPage data={data} page={1} of={1}>
      {layoutBlocks(data).map((block, at) => (
        <LetterBlockView key={at} block={block} />
      ))}
      <LetterClosing content={data.content} />
    </LetterPage>,
  )
  return html.replaceAll(/<[^>]+>/g, '').replaceAll('&amp;', '&')
}

const accepted = opened({ kind: 'service.accept', intake: aServiceIntake() })
const noticed = opened({
  kind: 'service.notice',
  intake: aServiceIntake({ materials: [aLine(), promisedLine, missingLine] }),
  correctBy: plainDate('2026-10-30'),
})
const refused = opened({
  kind: 'service.refuse',
  intake: aServiceIntake(),
  ground: 'not_this_organ',
  explanation: '位于临川县境内。\n请到临川县政务服务中心办理。',
})
const registered = opened({ kind: 'disclosure.register', intake: aDisclosureIntake() })

describe('letters of a case', () => {
  it('[LTR-11] never prints a whole citizen number or phone number', () => {
    const all = [
      letterData('service_acceptance', accepted),
      letterData('service_receipt', noticed),
      letterData('service_once_only_notice', noticed),
      letterData('service_refusal', refused),
      letterData('disclosure_receipt', registered),
    ].map(wordsOf)
    for (const secret of [operatorId, agentId, citizenId, '13800002046', '13700005521'])
      for (const words of all) expect(words).not.toContain(secret)
  })

  it('[LTR-12] prints number, template, print and page on every letter, and marks a reprint', () => {
    const first = wordsOf(letterData('service_acceptance', accepted))
    expect(first).toContain('990123-20260928-W03-0012')
    expect(first).toContain('模板：受理通知书 v1（2019-04-23 起用）　打印 2026-09-28 16:45 W03　首次打印　1/1 页')
    expect(first).toContain('0900-5550101、12345')
    expect(wordsOf(letterData('service_acceptance', accepted, { printNo: 3 }))).toContain('第 3 次打印')
  })
})

describe('受理通知书', () => {
  it('states acceptance, both limits and why they end where they end', () => {
    const words = wordsOf(letterData('service_acceptance', accepted))
    expect(words).toContain('青岚县清和美发店（统一社会信用代码 92990123MA0QHE5K71）：')
    expect(words).toContain('行政许可法第三十二条第一款第五项')
    expect(words).toContain('受理日期为 2026年9月28日')
    expect(words).toContain('2026年10月16日（星期五）')
    expect(words).toContain('2026年10月30日（星期五）')
    expect(words).toContain('国庆节 10-01 至 10-07')
    expect(words).toContain('周文静　990***********0027')
  })

  it('says what was promised for later', () => {
    const words = wordsOf(letterData('service_acceptance', accepted))
    expect(words).toContain('除承诺补交的 1 项容缺材料外')
    expect(words).toContain('容缺，承诺 2026年10月13日前补交 1 份')
  })

  it('marks a date past the published calendar as provisional', () => {
    const december = opened(
      { kind: 'service.accept', intake: aServiceIntake({ materials: [aLine()] }) },
      plainDate('2026-12-21'),
    )
    expect(wordsOf(letterData('service_acceptance', december))).toContain('2027年1月18日（星期一），暂定')
  })

  it('cites the licensing law once, also when the guide names it as a basis', () => {
    const item = anItem({ legalBasis: ['《中华人民共和国行政许可法》', '《公共场所卫生管理条例》第四条'] })
    const words = wordsOf(
      letterData('service_acceptance', opened({ kind: 'service.accept', intake: aServiceIntake({ item }) })),
    )
    expect(words).toContain('依据行政许可法第三十二条第一款第五项、《公共场所卫生管理条例》第四条，')
  })

  it('cites no licensing law and no limit where there is none', () => {
    const item = anItem({ kind: '公共服务', legalBasis: [], statutoryDays: null, promisedDays: null, fee: null })
    const words = wordsOf(
      letterData('service_acceptance', opened({ kind: 'service.accept', intake: aServiceIntake({ item }) })),
    )
    expect(words).not.toContain('行政许可')
    expect(words).toContain('办事指南未公布法定时限')
    expect(words).not.toContain('期限怎样计算')
  })
})

describe('一次性告知书', () => {
  it('names everything that is missing, and nothing that is not', () => {
    const words = wordsOf(letterData('service_once_only_notice', noticed))
    expect(words).toContain('公共场所卫生检测或者评价报告')
    expect(words).toContain('应收 3 份，已收 2 份，还差 1 份')
    expect(words).toContain('已承诺 2026年10月13日前补交，不影响受理')
    expect(words).not.toContain('卫生许可证申请表')
    expect(words).toContain('请于 2026年10月30日（星期五）前')
    expect(words).toContain('2026年10月10日（星期六）')
    expect(words).toContain('已收材料 2 项')
  })
})

describe('收取申请材料凭证', () => {
  it('counts what was handed in and promises nothing about acceptance', () => {
    const words = wordsOf(letterData('service_receipt', noticed))
    expect(words).toContain('共 2 项 3 份')
    expect(words).toContain('本凭证只证明收到材料')
    expect(words).toContain('2026年9月28日的一次性告知书')
    expect(words).not.toContain('公共场所卫生检测或者评价报告')
  })
})

describe('不予受理通知书', () => {
  it('gives ground, reasons and remedies', () => {
    const words = wordsOf(letterData('service_refusal', refused))
    expect(words).toContain('行政许可法第三十二条第一款第二项')
    expect(words).toContain('请到临川县政务服务中心办理。')
    expect(words).toContain('六十日内依法申请行政复议')
    expect(words).toContain('六个月内依法向人民法院提起行政诉讼')
  })
})

describe('登记回执', () => {
  it('states the receipt date, the reply date and the correction notice', () => {
    const words = wordsOf(letterData('disclosure_receipt', registered))
    expect(words).toContain('2026年9月28日（星期一）')
    expect(words).toContain('2026年10月30日（星期五）')
    expect(words).toContain('于 2026年10月13日前一次告知补正')
    expect(words).toContain('第三十一条第一项')
  })

  it('starts no clock before the receipt is confirmed', () => {
    const waiting = opened({ kind: 'disclosure.register', intake: aDisclosureIntake({ channel: 'online' }) })
    const words = wordsOf(letterData('disclosure_receipt', waiting))
    expect(words).toContain('待双方确认')
    expect(words).toContain('答复期限还没有起算')
    expect(words).not.toContain('2026年10月30日')
  })
})

describe('foot', () => {
  it('[LTR-12] invites the applicant to look up the case, and nobody else', () => {
    expect(wordsOf(letterData('service_acceptance', accepted))).toContain('查询进度')
    expect(wordsOf(letterData('disclosure_registration', registered))).not.toContain('查询进度')
  })
})

describe('marks', () => {
  it('[LTR-8] a voided letter carries 作废 across the sheet, one in force does not', () => {
    expect(wordsOf(letterData('service_acceptance', accepted, { voided: true }))).toContain('作废')
    expect(wordsOf(letterData('service_acceptance', accepted))).not.toContain('作废')
  })

  it('[LTR-13] a second language stands before the Chinese title and says which it is', () => {
    const data = letterData('service_acceptance', accepted)
    // A word in the script only: what letters say in Mongolian is written by certified translators.
    const second = { language: 'mn-Mong', title: 'ᠮᠣᠩᠭᠣᠯ', lines: ['ᠮᠣᠩᠭᠣᠯ'] } as const
    const html = renderToStaticMarkup(
      <LetterPage data={{ ...data, content: { ...data.content, second } }} page={1} of={1}>
        {null}
      </LetterPage>,
    )
    expect(html).toMatch(/lang="mn-Mong".*ᠮᠣᠩᠭᠣᠯ.*<h1[^>]*>受理通知书/u)
  })
})

describe('words of letters', () => {
  it('[LTR-14] are those of the screens, written once', () => {
    for (const [group, words] of Object.entries(letterWords))
      expect(Object.entries(terms).find(([name]) => name === group)?.[1], group).toBe(words)
    expect(terms.letter).toBe(letterNames)
    expect(terms.complaintType).toBe(complaintKinds)
    expect(terms.materialForm).toBe(materialForms)
  })
})
