import { describe, expect, it } from 'vitest'
import { plainDate } from '../plain-date.ts'
import { checkIdNumber } from './check-id-number.ts'
import { citizenCheckCharacter } from './citizen-id.ts'
import { creditCheckCharacter, organizationCheckCharacter } from './credit-code.ts'

describe('any identity number', () => {
  it.each([
    ['11010519491231002x', 'resident_id'],
    ['110105491231002', 'resident_id'],
    ['990000199001010017', 'resident_id'],
    ['810000199408230021', 'hmt_residence'],
    ['91990000MA0TEXT124', 'uscc'],
    ['11990000000000019A', 'uscc'],
    ['11341702486344515H', 'uscc'],
  ])('[ID-10] %s is a valid %s', (number, kind) => {
    expect(checkIdNumber(number)).toMatchObject({ kind, valid: true })
  })

  it('[ID-10] a credit code of digits only is told from a person by its check characters', () => {
    const body = '12345678'
    const head = `91110108${body}${organizationCheckCharacter(body)}`
    const code = head + creditCheckCharacter(head)
    expect(checkIdNumber(code)).toMatchObject({ kind: 'uscc', valid: true })
  })

  it('[ID-10] a number with a slip stays what it was meant to be', () => {
    expect(checkIdNumber('990000199002300016')).toMatchObject({ kind: 'resident_id', valid: false })
    expect(checkIdNumber('110105194912310021')).toMatchObject({ kind: 'resident_id', valid: false })
    expect(checkIdNumber('91990000MA0TEXT125')).toMatchObject({ kind: 'uscc', valid: false })
    expect(checkIdNumber('911101081234567890')).toMatchObject({ kind: 'uscc', valid: false })
  })

  it('[ID-10] what is neither is unknown', () => {
    for (const text of ['', '12345', 'E12345678', '1101051949123100X', '110105194912310020000']) {
      expect(checkIdNumber(text), text).toMatchObject({ kind: 'unknown', valid: false })
    }
  })

  it('[ID-3] today is passed on', () => {
    const body = '99000020270101001'
    const number = body + citizenCheckCharacter(body)
    expect(checkIdNumber(number, { today: plainDate('2026-11-22') })).toMatchObject({ valid: false })
    expect(checkIdNumber(number)).toMatchObject({ valid: true })
  })

  it('[ID-9] the answer to a number that does not hold says what is wrong and blocks nothing by itself', () => {
    const answer = checkIdNumber('110105194912310021')
    expect(answer.problems.map(({ code }) => code)).toEqual(['checksum'])
    expect(answer).toMatchObject({ birth: '1949-12-31', sex: 'female', normalized: '110105194912310021' })
  })
})
