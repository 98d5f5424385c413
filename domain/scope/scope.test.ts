import { describe, expect, it } from 'vitest'
import { anApplicant } from '../case/_testing.ts'
import { personalFields, redact, sightOf } from './redact.ts'
import { type MatterFacts, type Scope, isLive, isOfScope, isSameScope, isStaffOfScope } from './scope.ts'

const dayMs = 86_400_000
const now = 1_800_000_000_000
const scopes: readonly Scope[] = [
  { kind: 'center' },
  { kind: 'window', closedDays: 30 },
  { kind: 'villages', villages: ['石桥村'], closedDays: 30 },
  { kind: 'kiosk' },
]
const matter = (over: Partial<MatterFacts> = {}): MatterFacts => ({
  type: 'case',
  kind: 'service',
  village: '石桥村',
  openedHere: false,
  closed: false,
  lastAt: now,
  ...over,
})
/** Which of center, window, villages and kiosk have it. */
const having = (facts: MatterFacts, at = now) =>
  scopes.filter((scope) => isOfScope(scope, facts) && isLive(scope, facts, at)).map(({ kind }) => kind)

describe('a scope', () => {
  it.each([
    ['a case of the village', {}, ['center', 'window', 'villages']],
    ['a case of another village', { village: '柳湾村' }, ['center', 'window']],
    ['a case of no village', { village: null }, ['center', 'window']],
    [
      'a case of another village, taken in here',
      { village: '柳湾村', openedHere: true },
      ['center', 'window', 'villages'],
    ],
    ['a complaint of the village', { kind: 'complaint' }, ['center', 'window']],
    ['a closed case, lately touched', { closed: true, lastAt: now - 29 * dayMs }, ['center', 'window', 'villages']],
    ['a closed case, long untouched', { closed: true, lastAt: now - 31 * dayMs }, ['center']],
    ['an open case, long untouched', { lastAt: now - 900 * dayMs }, ['center', 'window', 'villages']],
    ['a calendar', { type: 'record', kind: 'calendar', village: null }, ['center', 'window', 'villages', 'kiosk']],
    ['a setting', { type: 'record', kind: 'settings', village: null }, ['center', 'window', 'villages']],
    ['a supervision task', { type: 'record', kind: 'task', village: null }, ['center', 'window']],
    [
      'a publication that is being prepared',
      { type: 'record', kind: 'publication', village: null },
      ['center', 'window'],
    ],
  ] as const)('[SYN-56] %s', (_what, over, expected) => {
    expect(having(matter(over))).toEqual(expected)
  })

  it('[SYN-56] has accounts of the people who work there alone', () => {
    const known = (role: 'clerk' | 'agent', village: string | null) =>
      scopes.filter((scope) => isStaffOfScope(scope, { role, village })).map(({ kind }) => kind)
    expect(known('clerk', null)).toEqual(['center', 'window'])
    expect(known('agent', '石桥村')).toEqual(['center', 'window', 'villages'])
    expect(known('agent', '柳湾村')).toEqual(['center', 'window'])
    expect(known('agent', null)).toEqual(['center', 'window', 'villages'])
  })

  it('[SYN-56] is another when its kind, its days or its villages differ, in whatever order they stand', () => {
    const villages = (names: readonly string[], closedDays = 30): Scope => ({
      kind: 'villages',
      villages: names,
      closedDays,
    })
    for (const a of scopes) for (const b of scopes) expect(isSameScope(a, b)).toBe(a === b)
    expect(isSameScope(villages(['甲', '乙']), villages(['乙', '甲']))).toBe(true)
    expect(isSameScope(villages(['甲', '乙']), villages(['甲']))).toBe(false)
    expect(isSameScope(villages(['甲']), villages(['甲'], 60))).toBe(false)
  })
})

describe('redaction', () => {
  it('[SYN-57] is fixed for every field and every scope', () => {
    const matrix = Object.fromEntries(
      scopes.map(({ kind }) => [kind, personalFields.filter((field) => sightOf(kind, field) === 'masked')]),
    )
    expect(matrix).toEqual({
      center: [],
      window: [],
      villages: ['idNumber', 'contactIdNumber'],
      kiosk: ['idNumber', 'contactIdNumber', 'phone', 'address', 'postcode', 'supplyAddress'],
    })
  })

  it('[SYN-57] reaches every depth and every text, and leaves the shape', () => {
    const data = {
      on: '2026-09-28',
      intake: {
        applicant: anApplicant({ idNumber: '990000199001010017' }),
        representative: { idNumber: '99000019800101016X', phone: '13700005521' },
        remark: '代理人身份证 99000019800101016x，电话 13700005521，事项编码 11990000000000019A4990123004000',
        list: [{ contactIdNumber: '990000199001010017' }, null, 7, true],
      },
    }
    const shown = redact('villages', data)
    expect(shown.changed).toBe(true)
    expect(JSON.stringify(shown.value)).not.toMatch(/19900101001|1980010101/)
    expect(shown.value.intake.applicant).toEqual({ ...data.intake.applicant, idNumber: '990***********0017' })
    expect(shown.value.intake.representative).toEqual({ idNumber: '990***********016X', phone: '13700005521' })
    expect(shown.value.intake.remark).toBe(
      '代理人身份证 990***********016x，电话 13700005521，事项编码 11990000000000019A4990123004000',
    )
    expect(shown.value.intake.list).toEqual([{ contactIdNumber: '990***********0017' }, null, 7, true])
    expect(redact('window', data)).toEqual({ value: data, changed: false })
    expect(redact('villages', { on: '2026-09-28' })).toEqual({ value: { on: '2026-09-28' }, changed: false })
  })
})
