import { describe, expect, it } from 'vitest'
import { normalizeOrganizationName, normalizePersonName } from './person-name.ts'

const person = (text: string) => {
  const result = normalizePersonName(text)
  return result.ok ? result.value : result.error
}
const organization = (text: string) => {
  const result = normalizeOrganizationName(text)
  return result.ok ? result.value : result.error
}

describe('names of persons', () => {
  it.each([
    [' 王 伟 ', '王伟'],
    ['王\u3000伟', '王伟'],
    ['王\u200b伟', '王伟'],
    ['阿不都•热合曼', '阿不都·热合曼'],
    ['阿不都・热合曼', '阿不都·热合曼'],
    ['阿不都.热合曼', '阿不都·热合曼'],
    ['阿不都．热合曼', '阿不都·热合曼'],
    ['阿不都 · 热合曼', '阿不都·热合曼'],
    ['John   SMITH', 'John SMITH'],
    ['ＪＯＨＮ Ｓｍｉｔｈ', 'JOHN Smith'],
    ['J. Smith', 'J. Smith'],
    ['𠮷䶮㐂', '𠮷䶮㐂'],
    ['陳大文', '陳大文'],
  ])('[TXT-1] %j is stored as %j', (typed, stored) => {
    expect(person(typed)).toBe(stored)
    expect(person(stored)).toBe(stored)
  })

  it('[TXT-1] what is no name is refused with its code; length is counted in characters', () => {
    expect(person('  ')).toEqual({ code: 'empty' })
    expect(person('𠮷'.repeat(50))).toBe('𠮷'.repeat(50))
    expect(person('王'.repeat(51))).toEqual({ code: 'too_long', length: 51, max: 50 })
    expect(person('王伟2')).toEqual({ code: 'character', character: '2' })
    expect(person('王\u0007伟')).toEqual({ code: 'character', character: '\u0007' })
    expect(person('王\ue863')).toEqual({ code: 'character', character: '\ue863' })
  })
})

describe('names of organisations', () => {
  it('[TXT-1] brackets are full width, letters and digits half width, blanks beside Han go', () => {
    expect(organization('青岚(中国) 科技 有限公司')).toBe('青岚（中国）科技有限公司')
    expect(organization('青岚３６５便利店Ａ座')).toBe('青岚365便利店A座')
    expect(organization('ABC Trading  Co.')).toBe('ABC Trading Co.')
    expect(organization('')).toEqual({ code: 'empty' })
  })
})
