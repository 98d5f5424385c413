import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDayNumber, plainDate } from '../plain-date.ts'
import { checkCitizenId, citizenCheckCharacter, upgradeCitizenId } from './citizen-id.ts'

const check = (text: string, today: string | null = null) =>
  checkCitizenId(text, today === null ? null : plainDate(today))
const errors = (text: string, today: string | null = null) =>
  check(text, today)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code)

const anyNumber = fc
  .record({
    region: fc.constantFrom('110105', '230103', '990000', '810000', '911156'),
    born: fc.integer({ min: -25_000, max: 20_000 }),
    sequence: fc.integer({ min: 1, max: 999 }),
  })
  .map(({ region, born, sequence }) => {
    const body = region + fromDayNumber(born).replaceAll('-', '') + String(sequence).padStart(3, '0')
    return body + citizenCheckCharacter(body)
  })

describe('citizen identity number', () => {
  it('[ID-2] the specimen of the standard holds', () => {
    expect(check('11010519491231002X')).toEqual({
      kind: 'resident_id',
      valid: true,
      problems: [],
      birth: '1949-12-31',
      sex: 'female',
      normalized: '11010519491231002X',
    })
  })

  it.each([
    ['990000199001010017', '1990-01-01', 'male'],
    ['990000194912310026', '1949-12-31', 'female'],
    ['99000019800101016X', '1980-01-01', 'female'],
    ['990000200002290036', '2000-02-29', 'male'],
  ])('[ID-2] %s holds, born on %s, %s', (number, birth, sex) => {
    expect(check(number)).toMatchObject({ kind: 'resident_id', valid: true, birth, sex })
  })

  it('[ID-2] one wrong digit or two exchanged neighbours never pass', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(17), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
        expect(errors(number)).toEqual([])
        const old = number[at] ?? ''
        const digit = old === 'X' ? shift : (Number(old) + shift) % 10
        expect(check(number.slice(0, at) + String(digit) + number.slice(at + 1)).valid).toBe(false)
        const next = number[at + 1]
        if (at < 16 && next !== undefined && next !== old) {
          expect(check(number.slice(0, at) + next + old + number.slice(at + 2)).valid).toBe(false)
        }
      }),
    )
  })

  it('[ID-2] a wrong check character is named together with the right one', () => {
    expect(check('110105194912310021').problems).toEqual([{ code: 'checksum', severity: 'error', detail: 'X' }])
  })

  it.each(['990000199002300016', '99000019000229003X'])(
    '[ID-3] %s fails on its date though the check character is right',
    (number) => {
      expect(errors(number)).toEqual(['birth_impossible'])
      expect(check(number)).toMatchObject({ valid: false, birth: null })
    },
  )

  it('[ID-3] a birth date after today is refused, today is not, and without a today nobody asks', () => {
    expect(errors('990000199001010017', '1989-12-31')).toEqual(['birth_in_future'])
    expect(errors('990000199001010017', '1990-01-01')).toEqual([])
    expect(errors('990000199001010017')).toEqual([])
  })

  it('[ID-1] lower case, full width, blanks and invisible characters are put right', () => {
    for (const typed of [
      '11010519491231002x',
      '１１０１０５１９４９１２３１００２ｘ',
      ' 110105 19491231 002X ',
      '110105\u200b19491231002X\ufeff',
      '110105\u300019491231\u00a0002x',
    ]) {
      expect(check(typed), typed).toMatchObject({ valid: true, normalized: '11010519491231002X' })
    }
  })

  it('[ID-4] fifteen digits are checked by their date and brought to eighteen', () => {
    expect(check('110105491231002')).toEqual({
      kind: 'resident_id',
      valid: true,
      problems: [{ code: 'old_format', severity: 'warning', detail: '' }],
      birth: '1949-12-31',
      sex: 'female',
      normalized: '11010519491231002X',
    })
    expect(upgradeCitizenId('110105491231002')).toBe('11010519491231002X')
    expect(errors('110105490231002')).toEqual(['birth_impossible'])
    expect(errors('11010549123100X')).toEqual(['character'])
  })

  it('[ID-5] an unknown region is a warning: the number stays valid', () => {
    expect(check('990000199001010017').problems).toEqual([
      { code: 'region_unknown', severity: 'warning', detail: '990000' },
    ])
  })

  it('[ID-6] residence permits and permanent residence cards follow the same rule', () => {
    expect(check('810000199408230021')).toMatchObject({ kind: 'hmt_residence', valid: true, problems: [] })
    for (const [body, kind] of [
      ['82000019900101001', 'hmt_residence'],
      ['83000019900101001', 'hmt_residence'],
      ['91115619830803001', 'foreign_residence'],
    ] as const) {
      const number = body + citizenCheckCharacter(body)
      expect(check(number), number).toMatchObject({ kind, valid: true, problems: [] })
      expect(check(`${body}${number.endsWith('0') ? 1 : 0}`)).toMatchObject({ kind, valid: false })
    }
  })

  it('[ID-2] length, strange characters and the sequence 000 are refused with their code', () => {
    expect(check('')).toMatchObject({ kind: 'unknown', problems: [{ code: 'empty' }] })
    expect(errors('1101051949123100')).toEqual(['length'])
    expect(errors('1101051949123100X2')).toEqual(['character'])
    expect(check('11010519491231A02X').problems).toEqual([{ code: 'character', severity: 'error', detail: 'A' }])
    expect(errors(`11010519491231000${citizenCheckCharacter('11010519491231000')}`)).toEqual(['sequence_zero'])
  })
})
