import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldForSearch } from './fold.ts'
import { matchesQuery, tokensForQuery } from './search-query.ts'
import type { FoldedFields, SearchFields } from './search-tokens.ts'
import { foldFields, gramsOf, tokensForIndex } from './search-tokens.ts'
import { isWordCharacter } from './word-character.ts'

const record = (over: Partial<SearchFields> = {}): FoldedFields =>
  foldFields({ texts: [], names: [], idNumbers: [], phones: [], ...over })

/** What a full-text index does: every term has a clause all of whose tokens the record has. */
const indexFinds = (text: string, fields: FoldedFields): boolean => {
  const tokens = new Set(tokensForIndex(fields))
  const { terms } = tokensForQuery(text)
  return (
    terms.length > 0 &&
    terms.every(({ clauses }) => clauses.some((clause) => clause.tokens.every((token) => tokens.has(token))))
  )
}
/** The index and, where the query asks for it, the check of the record. */
const finds = (text: string, fields: FoldedFields): boolean => {
  const query = tokensForQuery(text)
  return indexFinds(text, fields) && (!query.verify || matchesQuery(query, fields))
}

// Characters that meet in real titles: Han, digits of a year, Latin, full width, marks, rare Han, traditional.
const characters = [...'王伟重庆银行单位的区县2015年第3号A楼Ｗ０·（）-、 𠮷䶮㐂𬎆龍é㎡']
// Signs of both widths, those that no keyboard has, and the letters that tokens of signs are spelt with.
const signed = [...'镇王2号aｇhｓｘ𠮷（(）)〔〕、，,。｡：“—…·－- 　\u0000\ue000\u{10fffd}😀①㈠½']
const pairOf = fc.tuple(fc.constantFrom(...signed), fc.constantFrom(...signed)).map((pair) => pair.join(''))
const aText = fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 24 }).map((parts) => parts.join(''))
const hasWord = (text: string) => [...foldForSearch(text)].some(isWordCharacter)

describe('one-box search', () => {
  it('[TXT-5] every part of a text is found: recall against instr() is 1', () => {
    fc.assert(
      fc.property(aText, fc.nat(23), fc.integer({ min: 1, max: 8 }), (text, from, length) => {
        const part = [...text].slice(from, from + length).join('')
        fc.pre(hasWord(part))
        expect(finds(part, record({ texts: [text] })), part).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  it('[TXT-5] what instr() does not find is not found either', () => {
    fc.assert(
      fc.property(aText, aText, (text, part) => {
        const words = foldForSearch(part).split(/\s+/).filter(hasWord)
        fc.pre(words.length > 0)
        const folded = foldForSearch(text)
        expect(finds(part, record({ texts: [text] }))).toBe(words.every((word) => folded.includes(word)))
      }),
      { numRuns: 2000 },
    )
  })

  it('[TXT-5] an exact clause needs no look at the record: the tokens decide as the record would', () => {
    const short = fc
      .array(fc.constantFrom(...characters), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(aText, aText, short, (text, name, part) => {
        const query = tokensForQuery(part)
        fc.pre(query.terms.length > 0 && !query.verify)
        const fields = record({ texts: [text], names: [name] })
        expect(indexFinds(part, fields)).toBe(matchesQuery(query, fields))
      }),
      { numRuns: 2000 },
    )
  })

  it('[TXT-5] a sign with its neighbour is decided by the tokens alone, as a scan of the text decides it', () => {
    const text = fc.array(fc.constantFrom(...signed), { minLength: 1, maxLength: 24 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, pairOf, fc.nat(23), fc.boolean(), fc.boolean(), (whole, drawn, from, own, isName) => {
        // Half of the pairs are cut out of the text, or they would hardly ever meet.
        const pair = own ? [...whole].slice(from, from + 2).join('') : drawn
        const folded = foldForSearch(pair)
        fc.pre([...folded].length === 2 && hasWord(pair) && !/\s/.test(folded))
        const fields = record(isName ? { names: [whole] } : { texts: [whole] })
        // Letters may be meant as initials too, which is not about the text.
        fc.pre(!isName || !/^[a-z]+$/.test(folded))
        expect(tokensForQuery(pair).verify).toBe(false)
        const compact = isName ? [...foldForSearch(whole)].filter(isWordCharacter).join('') : ''
        expect(indexFinds(pair, fields)).toBe(foldForSearch(whole).includes(folded) || compact.includes(folded))
      }),
      { numRuns: 4000 },
    )
  })

  it('[TXT-5] a sign is found at the start, at the end, beside another, and in either width', () => {
    const fields = record({ texts: ['（镇）））的、《2号》-'] })
    for (const part of [
      '（镇',
      '(镇',
      '镇）',
      '镇)',
      ')的',
      '的、',
      '《2',
      '号》',
      '（镇）',
      '镇））',
      '））的',
      '号》-',
    ])
      expect(finds(part, fields), part).toBe(true)
    for (const part of ['）镇', '镇（', '）2', '（的', '、号', '镇、', '-号', '（镇的', '镇）的', '））））的'])
      expect(finds(part, fields), part).toBe(false)
  })

  it('[TXT-5] no neighbours over the edge of a field, and none over a blank', () => {
    const fields = record({ texts: ['的（', '镇。 王'] })
    for (const part of ['（镇', '。王']) expect(finds(part, fields), part).toBe(false)
    expect(finds('。 王', fields)).toBe(true)
  })

  it('[TXT-7] no two words of one or two characters, and no three letters, share a token', () => {
    const meant = new Map<string, string>()
    const spelt = [...'镇xghst0289af', '𠮷', '가', '(', '\u0002', '\u{10fffd}', '，', '😀']
    const words = spelt.flatMap((first) => [
      first,
      ...spelt.flatMap((second) => [
        first + second,
        ...spelt.map((third) => first + second + third).filter((word) => /^[a-z0-9]{3}$/.test(word)),
      ]),
    ])
    for (const word of words.filter(hasWord)) {
      const tokens = gramsOf(word)
      expect(tokens, word).toHaveLength(1)
      for (const token of tokens) {
        expect(token).toMatch(/^[a-z0-9\u3400-\u4db5\u4e00-\u9fa5]+$/)
        expect(meant.get(token) ?? word, token).toBe(word)
        meant.set(token, word)
      }
    }
    const keys = tokensForIndex(
      record({ names: ['s28g镇', '孙尚香'], phones: ['13800002046'], idNumbers: ['99000019800101016X'] }),
    )
    const ofKeys = keys.filter((token) => /^(?:n|y0|p4|d[46])/.test(token))
    expect(ofKeys.filter((token) => meant.has(token))).toEqual([])
  })

  it('[TXT-5] one and two characters decide by their tokens, three Han characters are verified', () => {
    const exact = (texts: readonly string[]) =>
      texts.map((text) => tokensForQuery(text).terms[0]?.clauses[0]?.exact ?? text)
    const decided = ['王', '王伟', '5年', 'A', '20', '201', '（新', '王·', '-2', 'A.', '㐂，', '，𠮷']
    expect(exact(decided)).toEqual(decided.map(() => true))
    const verified = ['王小伟', '2015', '王·伟', '（新）', '））新', '哈哈哈', '1-2', '㈠年']
    expect(exact(verified)).toEqual(verified.map(() => false))
    // Every pair of 王小伟 is here, the name is not.
    expect(finds('王小伟', record({ texts: ['王小二与小伟'] }))).toBe(false)
  })

  it('[TXT-6] digits are not glued to the Han beside them', () => {
    const fields = record({ texts: ['关于2015年的通知（第12号）'] })
    for (const part of ['2015', '015', '15年', '年', '5年的', '12号', '第1', '2号）', '于2015年的通'])
      expect(finds(part, fields), part).toBe(true)
    for (const part of ['2016', '105', '15的', '21号']) expect(finds(part, fields), part).toBe(false)
  })

  it('[TXT-7] rare characters are characters like others, and tokens hold nothing a tokenizer could change', () => {
    const fields = record({ texts: ['𬎆𠮷䶮㐂镇Å楼가'], names: ['王𬎆'] })
    for (const part of ['𬎆', '𠮷䶮', '㐂镇', 'å楼', '가']) expect(finds(part, fields), part).toBe(true)
    expect(finds('𬎇', fields)).toBe(false)
    for (const token of tokensForIndex(fields)) expect(token).toMatch(/^[a-z0-9\u3400-\u4db5\u4e00-\u9fa5]+$/)
  })

  it('[TXT-7] traditional and simplified, full and half width find each other', () => {
    expect(finds('黑龍江', record({ texts: ['黑龙江省'] }))).toBe(true)
    expect(finds('龙', record({ texts: ['黑龍江省'] }))).toBe(true)
    expect(finds('Ｗ０３', record({ texts: ['990123-20261122-W03-0012'] }))).toBe(true)
  })

  it('[TXT-8] a name is found by its beginning, its initials, and with or without its dot', () => {
    const fields = record({ names: ['尉迟·宝林'] })
    for (const part of ['尉', '尉迟', '尉迟宝', '尉迟·宝', '迟宝', '宝林', 'y', 'yc', 'ycbl', 'wcbl', 'YCB'])
      expect(finds(part, fields), part).toBe(true)
    for (const part of ['cbl', 'yb', 'ycblx', '迟·林']) expect(finds(part, fields), part).toBe(false)
    expect(tokensForIndex(fields)).toEqual(
      expect.arrayContaining(['n尉', 'n尉迟', 'n尉迟宝', 'n尉迟宝林', 'y0y', 'y0yc', 'y0ycb', 'y0ycbl', 'y0wcbl']),
    )
  })

  it('[TXT-8] initials longer than the token are verified on the name', () => {
    const fields = record({ names: ['青岚县清和美发店'] })
    expect(finds('qlxqhmfd', fields)).toBe(true)
    expect(finds('qlxqhmfx', fields)).toBe(false)
  })

  it('[TXT-8] numbers are found by their last four or more characters, and by no other part', () => {
    const fields = record({ idNumbers: ['99000019800101016X'], phones: ['0416-2345678', '13800002046'] })
    expect(tokensForIndex(fields)).toEqual(expect.arrayContaining(['d4016x', 'd601016x', 'p45678', 'p42046']))
    for (const part of [
      '016X',
      '016x',
      '1016x',
      '01016X',
      '0101016X',
      '99000019800101016X',
      '5678',
      '45678',
      '2046',
      '13800002046',
      '0416-2345678',
    ]) {
      expect(finds(part, fields), part).toBe(true)
    }
    for (const part of ['9900', '16x', '6x', '0416', '1380', '046', '0000', '23456', '12046'])
      expect(finds(part, fields), part).toBe(false)
  })

  it('[TXT-8] words are joined by and, over all fields', () => {
    const fields = record({ texts: ['公共场所卫生许可'], names: ['王伟'], phones: ['13800002046'] })
    expect(finds('王 2046', fields)).toBe(true)
    expect(finds('ww 卫生', fields)).toBe(true)
    expect(finds('王 2047', fields)).toBe(false)
    expect(finds('王 ·', fields)).toBe(true)
  })

  it('[TXT-5] a query without a letter or digit asks for nothing', () => {
    expect(['', '  ', '（）', '·-'].map((text) => tokensForQuery(text))).toEqual(
      Array.from({ length: 4 }, () => ({ terms: [], verify: false })),
    )
    expect(matchesQuery(tokensForQuery('（）'), record({ texts: ['（）'] }))).toBe(false)
  })

  it('[TXT-8] key tokens never meet tokens of text', () => {
    const text = record({ texts: ['N王 Y0H P42046 D4016X'] })
    const keys = tokensForIndex(record({ names: ['王'], phones: ['13800002046'], idNumbers: ['99000019800101016X'] }))
    const shared = tokensForIndex(text).filter((token) => keys.includes(token))
    expect(shared).toEqual(['王'])
  })
})
