import { describe, expect, it } from 'vitest'
import { findLetterRequest } from './letter-request.ts'

const caseId = '0199a1b2-0000-7000-8000-000000000001'

describe('findLetterRequest', () => {
  it('reads case and letter', () => {
    expect(findLetterRequest(`?case=${caseId}&letter=service_receipt`)).toEqual({ caseId, letter: 'service_receipt' })
  })

  it('reads a numbered letter, a record and an item', () => {
    expect(findLetterRequest(`?case=${caseId}&letter=service_denial&document=2`)).toEqual({
      caseId,
      letter: 'service_denial',
      document: 2,
    })
    expect(findLetterRequest(`?record=${caseId}&letter=mandate&document=1`)).toEqual({
      recordId: caseId,
      letter: 'mandate',
      document: 1,
    })
    expect(findLetterRequest('?item=T0001&letter=guide_booklet')).toEqual({ itemId: 'T0001', letter: 'guide_booklet' })
  })

  it.each([
    `?case=${caseId}&item=T0001&letter=guide_booklet`,
    `?case=${caseId}&letter=service_denial&document=x`,
    `?item=T0001&letter=service_receipt`,
    '',
    '?case=x&letter=service_receipt',
    `?case=${caseId}`,
    `?case=${caseId}&letter=diploma`,
  ])('refuses "%s"', (query) => {
    expect(findLetterRequest(query)).toBeNull()
  })
})
