import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDisclosureIntake,
  aServiceIntake,
  aSnapshot,
  anApplicant,
  aRepresentative,
} from '../../domain/case/_testing.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { foldForSearch } from '../../domain/text/fold.ts'
import { matchesQuery, tokensForQuery } from '../../domain/text/search-query.ts'
import { isWordCharacter } from '../../domain/text/word-character.ts'
import { type Desk, openDesk } from '../_testing.ts'
import { caseFields, foldedCaseFields } from './case-fields.ts'

const names = [
  '王伟',
  '王小伟',
  '欧阳娜娜',
  '陈𬍤',
  '買買提·阿布都拉',
  '周文静',
  '李 娜',
  '吕布韦',
  'Maria Silva',
  '单雄信',
  '𠮷田太郎',
  '翟天临',
]
const subjects = [
  '河西片区污水管网改造工程施工合同及变更签证',
  '2015年的土地出让金收支明细',
  '关于印发《公共场所卫生许可（新办）》的通知',
  'ＡＢＣ广场消防验收意见书（复印件）',
  '第3号地块㎡数及容积率',
  '會議紀要〔2019〕12号',
  '𪨊𡐓路 88 号拆迁补偿',
  'A区B栋1-2单元',
  '无',
]
const items = ['公共场所卫生许可（新办）', '食品经营许可', '道路运输证年审', '特种设备使用登记']
const numbers = ['990000199001010017', '990000194912310026', '99000019800101016X', '990000200002290036']
const phones = ['13800002046', '13700005521', '0571-88001234', '13912345678']

let desk: Desk
let states: readonly CaseState[]

beforeAll(() => {
  desk = openDesk()
  const pick = <T>(list: readonly T[], n: number): T => {
    const found = list[n % list.length]
    if (found === undefined) throw new Error('an empty list')
    return found
  }
  states = Array.from({ length: 90 }, (_, n) => {
    const applicant = anApplicant({
      name: pick(names, n * 5),
      idNumber: pick(numbers, n),
      phone: pick(phones, n * 3),
      address: `青岚县${pick(subjects, n + 4).slice(0, 6)}路 ${n} 号`,
    })
    const representative =
      n % 11 === 0 ? aRepresentative({ name: pick(names, n + 3), idNumber: pick(numbers, n + 1) }) : null
    return n % 2 === 0
      ? desk.open({
          kind: 'service.accept',
          intake: aServiceIntake({ applicant, representative, item: aSnapshot({ name: pick(items, n) }) }),
        })
      : desk.open({
          kind: 'disclosure.register',
          intake: aDisclosureIntake({
            applicant: { ...applicant, reportCategory: 'natural' },
            representative,
            subject: pick(subjects, n),
            documentNo: n % 7 === 0 ? `青政发〔2024〕${n}号` : null,
          }),
        })
  })
  desk.store.optimize()
})
afterAll(() => {
  desk.remove()
})

const search = (text: string): string[] =>
  desk.store.read.search.cases(text, 1000).map((seq) => states[seq - 1]?.id ?? `no case ${seq}`)

/** The oracle: does a field hold the folded word, as instr() would say? Newest first. */
const containing = (word: string): string[] =>
  states
    .filter((state) => {
      const { texts, names: people } = caseFields(state)
      return [...texts, ...people].some((text) => foldForSearch(text).includes(foldForSearch(word)))
    })
    .map(({ id }) => id)
    .reverse()

/** A stretch of some searchable field, cut anywhere, of whole characters. */
const stretches = fc
  .tuple(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 8 }))
  .map(([which, field, from, length]) => {
    const fields = caseFields(states[which % states.length] ?? missing())
    const texts = [...fields.texts, ...fields.names]
    const characters = [...(texts[field % texts.length] ?? '')]
    const at = from % characters.length
    return characters.slice(at, at + length).join('')
  })

const missing = (): never => {
  throw new Error('no cases')
}

describe('search', () => {
  it('finds every case that holds a stretch of text, wherever it is cut', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(stretches, (text) => {
        // Blanks part words and bare punctuation is no word: both have tests of their own.
        fc.pre(!/\s/.test(foldForSearch(text)) && /[\p{L}\p{N}]/u.test(foldForSearch(text)))
        const found = search(text)
        for (const id of containing(text)) expect(found).toContain(id)
      }),
      { numRuns: 600 },
    )
  })

  it('finds nothing else by a stretch of Chinese, and lists the newest first', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(stretches, (text) => {
        fc.pre(/^\p{Script=Han}+$/u.test(text))
        expect(search(text)).toEqual(containing(text))
      }),
      { numRuns: 400 },
    )
  })

  it('knows by the index alone what a sign and its neighbour are in', { timeout: 30_000 }, () => {
    const pairs = states.flatMap((state) => {
      const { texts, names: people } = caseFields(state)
      return [...texts, ...people].flatMap((text) => {
        const characters = [...text]
        return characters.slice(1).map((second, at) => `${characters[at] ?? ''}${second}`)
      })
    })
    const signed = [...new Set(pairs)].filter((pair) => {
      const folded = [...foldForSearch(pair)]
      return folded.length === 2 && folded.filter(isWordCharacter).length === 1 && !folded.some((one) => one === ' ')
    })
    expect(signed).toEqual(expect.arrayContaining(['（新', '办）', '《公', '》的', '〔2', '·阿', '3-', '-0']))
    for (const pair of signed) {
      expect(desk.store.read.search.isCertain(pair), pair).toBe(true)
      expect(search(pair), pair).toEqual(containing(pair))
      // The other way round it hardly ever stands.
      const turned = [...pair].reverse().join('')
      expect(search(turned), turned).toEqual(containing(turned))
    }
  })

  it(
    'finds what reading every case finds, for any mixture of words, numbers, initials and ends',
    { timeout: 60_000 },
    () => {
      const ends = fc
        .tuple(fc.constantFrom(...numbers, ...phones), fc.integer({ min: 1, max: 18 }))
        .map(([number, length]) => number.slice(-length))
      const latin = fc.string({ unit: fc.constantFrom(...'abcdlnosuwyz12048'), minLength: 1, maxLength: 9 })
      const words = fc
        .array(fc.oneof(stretches, ends, latin), { minLength: 1, maxLength: 9 })
        .map((parts) => parts.join(' '))
      fc.assert(
        fc.property(fc.oneof(words, ends, latin), (text) => {
          const query = tokensForQuery(text)
          const expected = states.filter((state) => matchesQuery(query, foldedCaseFields(state))).map(({ id }) => id)
          expect(search(text)).toEqual(expected.reverse())
          expect(desk.store.read.search.count(text, 1000)).toBe(expected.length)
        }),
        { numRuns: 400 },
      )
    },
  )

  it('does not find what is not there', () => {
    for (const text of ['鑫', '王伟鑫', '污水改造', '许可公共', '2016年', '', ' ', '！', '𬍥'])
      expect(search(text)).toEqual([])
  })

  it('finds a name by its beginnings, by initials, with and without its dot, in either script', () => {
    const byName = (name: string) =>
      states
        .filter((state) => caseFields(state).names.includes(name))
        .map(({ id }) => id)
        .reverse()
    expect(search('买买提阿布')).toEqual(byName('買買提·阿布都拉'))
    expect(search('买买提·阿布')).toEqual(byName('買買提·阿布都拉'))
    expect(search('oynn')).toEqual(byName('欧阳娜娜'))
    expect(search('zwj')).toEqual(byName('周文静'))
    expect(search('陈𬍤')).toEqual(byName('陈𬍤'))
    expect(search('SILVA')).toEqual(byName('Maria Silva'))
  })

  it('finds the ends of identity and phone numbers of four digits or more, and no other part of them', () => {
    const byPhone = (phone: string) =>
      states.flatMap((state) => (caseFields(state).phones.includes(phone) ? [state.id] : [])).reverse()
    expect(search('2046')).toEqual(byPhone('13800002046'))
    expect(search('00002046')).toEqual(byPhone('13800002046'))
    expect(search('13800002046')).toEqual(byPhone('13800002046'))
    expect(search('1380000')).toEqual([])
    const byId = (number: string) =>
      states.flatMap((state) => (caseFields(state).idNumbers.includes(number) ? [state.id] : [])).reverse()
    expect(search('016x')).toEqual(byId('99000019800101016X'))
    expect(search('1016X')).toEqual(byId('99000019800101016X'))
    expect(search('99000019800101016X')).toEqual(byId('99000019800101016X'))
  })

  it('takes blanks as "and"', () => {
    const both = containing('许可').filter((id) => containing('王').includes(id))
    expect(both.length).toBeGreaterThan(0)
    expect(search('王 许可')).toEqual(both)
    expect(search('许可　王')).toEqual(both)
  })

  it('takes any text for what it says, never for the language of the index', { timeout: 30_000 }, () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom(
        '"',
        'NEAR(a b)',
        'tokens:王',
        '王*',
        '-王',
        '(',
        "'; DROP TABLE cases; --",
        'AND',
        'a OR b',
        '\u0000',
        '%',
        '_',
        '王^2',
      ),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const input = {
          text: text.slice(0, 100),
          kinds: [],
          statuses: [],
          openOnly: false,
          order: 'due',
          cursor: null,
          limit: 5,
        } as const
        const page = desk.store.read.cases.list({ ...input, kinds: [], statuses: [] })
        expect(page.total).toBe(page.total > 1000 ? 1000 : page.total)
        expect(page.rows.length).toBeLessThanOrEqual(5)
      }),
    )
    expect(desk.store.read.cases.count()).toBe(90)
  })

  it('pages without losing or repeating a case', () => {
    const whole = desk.store.read.search.cases('号', 1000)
    const paged: number[] = []
    for (let before: number | null = null; ;) {
      const page: readonly number[] = desk.store.read.search.cases('号', 7, before)
      paged.push(...page)
      before = page.at(-1) ?? null
      if (before === null) break
    }
    expect(paged).toEqual(whole)
    expect(desk.store.read.search.count('号', 1000)).toBe(whole.length)
    expect(desk.store.read.search.count('号', 3)).toBe(3)
    expect(desk.store.read.search.count('13800002046', 1000)).toBe(search('13800002046').length)
  })

  it('follows the case: what it no longer says is no longer found', () => {
    const applicant = anApplicant({ name: '孙建国', reportCategory: 'natural' })
    const { id } = desk.open({
      kind: 'disclosure.register',
      intake: aDisclosureIntake({ applicant, channel: 'fax', subject: '临时查询事项' }),
    })
    expect(desk.store.read.search.cases('临时查询', 10)).toHaveLength(1)
    desk.act(id, { kind: 'disclosure.confirm', confirmedOn: aDisclosureIntake().arrivedOn })
    expect(desk.store.read.search.cases('临时查询', 10)).toHaveLength(1)
    expect(desk.store.verify().ok).toBe(true)
  })
})
