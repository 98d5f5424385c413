import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { initialsOf, lettersOf, nameInitials } from './initials.ts'

describe('initials', () => {
  it.each([
    ['公共场所卫生许可（新办）', 'ggcswsxkxb'],
    ['住房公积金', 'zfgjj'],
    ['重庆银行会计', 'cqyhkj'],
    ['重要文件', 'zywj'],
    ['长沙市长', 'cssz'],
    ['個體工商戶登記', 'gtgshdj'],
    ['A4 复印件３份', 'a4fyj3f'],
    ['䶮㐂𠮷', 'yxj'],
    ['—（）', ''],
  ])('[TXT-2] %s → %s', (text, initials) => {
    expect(initialsOf(text)).toBe(initials)
  })

  it('[TXT-2] a character has the letters of all its readings, the usual one first', () => {
    expect(lettersOf('重')).toEqual(['z', 'c'])
    expect(lettersOf('单')).toEqual(['d', 'c', 's'])
    expect(lettersOf('王')).toEqual(['w'])
    expect(lettersOf('（')).toEqual([])
  })

  it('[TXT-2] the first letter is that of pinyin-pro for every character it reads', () => {
    for (let code = 0x4e00; code <= 0x9fa5; code++) {
      const character = String.fromCharCode(code)
      const syllable = pinyin(character, { toneType: 'none' })
      if (syllable !== character && /^[a-z]/.test(syllable))
        expect(lettersOf(character)[0], character).toBe(syllable[0])
    }
  })

  it('[TXT-2] words are read as pinyin-pro reads them', () => {
    for (const word of [
      '银行',
      '音乐',
      '会计',
      '调查',
      '重复',
      '长度',
      '校长',
      '西藏',
      '朝阳',
      '厦门',
      '番禺',
      '行业',
      '供给',
      '复核',
      '省会',
    ]) {
      const expected = pinyin(word, { pattern: 'first', toneType: 'none', type: 'array' }).join('')
      expect(initialsOf(word), word).toBe(expected)
    }
  })
})

describe('initials of names', () => {
  it.each([
    ['曾国藩', 'zgf'],
    ['单雄信', 'sxx'],
    ['解缙', 'xj'],
    ['仇和', 'qh'],
    ['朴槿惠', 'pjh'],
    ['尉迟恭', 'ycg'],
    ['万俟卨', 'mqx'],
    ['查良镛', 'zly'],
    ['区小明', 'oxm'],
    ['欧阳修', 'oyx'],
    ['阿不都·热合曼', 'abdrhm'],
    ['J. Smith', 'jsmith'],
  ])('[TXT-3] %s is first of all %s', (name, initials) => {
    expect(nameInitials(name)[0]).toBe(initials)
  })

  it('[TXT-3] the other readings are found too, for those who do not know the surname', () => {
    expect(nameInitials('单雄信')).toEqual(['sxx', 'cxx', 'dxx'])
    expect(nameInitials('曾重')).toEqual(['zz', 'cc', 'cz', 'zc'])
    expect(nameInitials('（）')).toEqual([])
  })

  it('[TXT-3] there are never more than 64, and beyond a length nothing is read', () => {
    expect(nameInitials('行行行行行行行行').length).toBe(64)
    expect(nameInitials('青岚县清和美发店', 6)).toEqual(['qlxqhm'])
  })
})
