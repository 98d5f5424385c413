import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCreditCode, creditCheckCharacter, organizationCheckCharacter } from './credit-code.ts'

const errors = (text: string) =>
  checkCreditCode(text)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ code, detail }) => [code, detail])

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const anyCode = fc
  .record({
    head: fc.constantFrom('91110108', '12441500', '92990000', '11100000'),
    body: fc
      .array(fc.constantFrom(...alphabet), { minLength: 8, maxLength: 8 })
      .map((characters) => characters.join('')),
  })
  .map(({ head, body }) => {
    const code = head + body + organizationCheckCharacter(body)
    return code + creditCheckCharacter(code)
  })

describe('unified social credit code', () => {
  it.each(['11341702486344515H', '12441500196720244T', '11370812004339255B'])(
    '[ID-7] the published code %s holds',
    (code) => {
      expect(checkCreditCode(code)).toEqual({
        kind: 'uscc',
        valid: true,
        problems: [],
        birth: null,
        sex: null,
        normalized: code,
      })
    },
  )

  it.each(['91990000MA0TEXT124', '11990000000000019A', '12990000MB0ABCD214', '92990000MA0QHE5K7H'])(
    '[ID-7] %s holds, with an unknown region as a warning',
    (code) => {
      expect(checkCreditCode(code)).toMatchObject({
        valid: true,
        problems: [{ code: 'region_unknown', severity: 'warning', detail: '990000' }],
      })
    },
  )

  it('[ID-7] one wrong character never passes', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(17), fc.integer({ min: 1, max: 30 }), (code, at, shift) => {
        expect(errors(code)).toEqual([])
        const wrong = alphabet[(alphabet.indexOf(code[at] ?? '') + shift) % 31] ?? ''
        expect(checkCreditCode(code.slice(0, at) + wrong + code.slice(at + 1)).valid).toBe(false)
      }),
    )
  })

  it('[ID-7] letters the standard does not use, wrong length and a wrong check character are refused', () => {
    expect(errors('91990000MA0TEXT125')).toEqual([['checksum', '4']])
    expect(errors('91990000MAOTEXT124')).toEqual([['character', 'O']])
    expect(errors('9199000AMA0TEXT124')).toEqual([['character', 'A']])
    expect(errors('91990000MA0TEXT12')).toEqual([['length', '17']])
    expect(checkCreditCode(' ')).toMatchObject({ kind: 'unknown', problems: [{ code: 'empty' }] })
    expect(checkCreditCode('９１９９００００ｍａ０ｔｅｘｔ１２４')).toMatchObject({
      valid: true,
      normalized: '91990000MA0TEXT124',
    })
  })

  it('[ID-8] the organisation code inside has its own check character', () => {
    const inner = '91990000MA0TEXT11'
    expect(errors(inner + creditCheckCharacter(inner))).toEqual([['organization_checksum', '2']])
    expect(organizationCheckCharacter('48634451')).toBe('5')
    expect(organizationCheckCharacter('19672024')).toBe('4')
  })

  it('[ID-7] an unknown registering department is a warning', () => {
    const code = 'H1110108MA0TEXT12'
    expect(checkCreditCode(code + creditCheckCharacter(code))).toMatchObject({
      valid: true,
      problems: [{ code: 'department_unknown', detail: 'H' }],
    })
  })
})
