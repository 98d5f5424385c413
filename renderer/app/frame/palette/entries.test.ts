import { describe, expect, it } from 'vitest'
import type { KeyBinding } from '../../../keyboard/key-registry.ts'
import { sections } from '../sections.ts'
import { entryKey, paletteEntries, type PaletteSources } from './entries.ts'

const labels: Record<string, string> = { today: '今日', intake: '收件', cases: '办件', sync: '同步' }
const act = (keys: string, label: string): KeyBinding => ({ keys, label, run: () => undefined })
const sources = (text: string): PaletteSources => ({
  text,
  sections: sections.map((section) => ({ section, label: labels[section.page] ?? section.page })),
  acts: [act('F9', '补齐材料并受理'), act('F4', '打印'), act('↓', '选择'), act('Esc', '返回')],
  cases: [],
  people: [],
  items: [],
})
const keysFor = (text: string) => paletteEntries(sources(text)).map(entryKey)

describe('the palette', () => {
  it('shows pages and what can be done here while nothing is typed, but no key that only moves about', () => {
    const keys = keysFor('  ')
    expect(keys).toContain('page today')
    expect(keys).toContain('act F9')
    expect(keys).not.toContain('search')
    expect(keys).not.toContain('act ↓')
    expect(keys).not.toContain('act Esc')
  })

  it('finds pages and acts by word and by pinyin initials, the search itself first', () => {
    expect(keysFor('受理')).toEqual(['search', 'act F9'])
    expect(keysFor('bqcl')).toEqual(['search', 'act F9'])
    expect(keysFor('jr')).toEqual(['search', 'page today'])
    expect(keysFor('周文静')).toEqual(['search'])
  })

  it('[LIB-7] names people beside the cases, and nobody while nothing is typed', () => {
    const person = {
      caseId: '0199a1b2-0000-7000-8000-00000000000a',
      name: '周＊静',
      idNumber: null,
      cases: 2,
      more: false,
    }
    const keys = (text: string) => paletteEntries({ ...sources(text), people: [person] }).map(entryKey)
    expect(keys('周文静')).toEqual(['search', `person ${person.caseId}`])
    expect(keys(' ')).not.toContain(`person ${person.caseId}`)
  })
})
