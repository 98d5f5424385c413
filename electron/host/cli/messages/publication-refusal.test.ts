import { expect, it } from 'vitest'
import { refusal } from '../../../../domain/case/refusal.ts'
import { refusalWords } from './refusal.ts'

it('a release without a review is refused in words, with the article', () => {
  expect(refusalWords(refusal('secrecy_review_missing', { article: 'ogi2019:17(2)' }))).toBe(
    '没有办理：还没有经过保密审查，不能公开；请先送审，或写明已经完成的审查（依据：《政府信息公开条例》第十七条第二款）',
  )
  expect(refusalWords(refusal('effective_before_previous'))).toBe('没有办理：生效日期不能早于上一版本的生效日期')
  expect(refusalWords(refusal('stale'))).not.toContain('生效日期')
})
