import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { fieldProblemCodes, refusal, refusalCodes } from '../../domain/case/refusal.ts'
import { storeFailureCodes } from '../../contract/host-process.ts'
import { errorText, isUnauthorized } from './error-text.ts'
import { operationText } from './operation-text.ts'
import { fieldProblemText, refusalText } from './refusal-text.ts'
import { syncProblemText, verdictReasons, verdictReasonText, verdictText } from './sync-text.ts'

describe('refusalText', () => {
  it('leaves no placeholder open and no code raw', () => {
    for (const code of refusalCodes) {
      const text = refusalText(
        refusal(code, { params: { count: 2, status: 'accepted', role: 'clerk', letter: 'service_receipt' } }),
      )
      expect(text).not.toMatch(/[{}]|[a-z_]{6,}/)
    }
    for (const code of fieldProblemCodes) expect(fieldProblemText(code)).toMatch(/。$/)
  })

  it('names the article that refuses', () => {
    expect(refusalText(refusal('materials_missing', { article: 'licensing:32(1)(4)', params: { count: 2 } }))).toBe(
      '还缺 2 项必须提交且不可容缺的材料，不能受理；请一次性告知需要补正的全部内容（依据：行政许可法第三十二条第一款第四项）',
    )
  })

  it('counts the fields', () => {
    const fields = [{ field: 'intake.applicant.name', code: 'required' }] as const
    expect(refusalText(refusal('invalid_fields', { fields }))).toContain('有 1 处')
  })
})

describe('errorText', () => {
  it('words each failure of the store', () => {
    for (const code of storeFailureCodes) {
      const { text, code: shown } = errorText(new ORPCError('STORE_FAILED', { data: { code } }))
      expect(text).toMatch(/。/)
      expect(shown).toBe(`STORE_${code}`)
    }
  })

  it('tells a lost host and a lost sign-in from a fault, and quotes no message', () => {
    const aborted = Object.assign(new Error('port closed'), { name: 'AbortError' })
    expect(errorText(aborted).code).toBe('HOST_AWAY')
    expect(isUnauthorized(new ORPCError('UNAUTHORIZED'))).toBe(true)
    expect(errorText(new Error('周文静')).text).not.toContain('周文静')
    expect(errorText('odd').code).toBe('UNKNOWN')
  })
})

describe('words for codes of a newer version', () => {
  it('fall back to something honest', () => {
    expect(operationText('service.accept')).toBe('受理')
    expect(operationText('service.teleport')).toBe('service.teleport')
    expect(syncProblemText('from_the_future')).toContain('意外')
    expect(verdictText('limbo')).toBe('limbo')
    expect(verdictReasonText('from_the_future')).toContain('from_the_future')
    for (const reason of verdictReasons) expect(verdictReasonText(reason)).toMatch(/。$/)
  })
})
