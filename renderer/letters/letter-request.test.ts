import { describe, expect, it } from 'vitest'
import { findLetterRequest } from './letter-request.ts'

const caseId = '0199a1b2-0000-7000-8000-000000000001'

describe('findLetterRequest', () => {
  it('reads case and letter', () => {
    expect(findLetterRequest(`?case=${caseId}&letter=service_receipt`)).toEqual({ caseId, letter: 'service_receipt' })
  })

  it.each(['', '?case=x&letter=service_receipt', `?case=${caseId}`, `?case=${caseId}&letter=diploma`])(
    'refuses "%s"',
    (query) => {
      expect(findLetterRequest(query)).toBeNull()
    },
  )
})
