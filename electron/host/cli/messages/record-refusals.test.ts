import { expect, it } from 'vitest'
import { refusal } from '../../../../domain/case/refusal.ts'
import { refusalWords } from './refusal.ts'

it('a refusal about a mandate says what is wrong, by what law, and names the matter', () => {
  const refused = refusal('in_person_required', { article: 'civilCode:1049', params: { matter: '结婚登记' } })
  expect(refusalWords(refused)).toBe(
    '没有办理：“结婚登记”依法应当由本人办理，不能委托（依据：《民法典》第一千零四十九条）',
  )
  expect(refusalWords(refusal('mandate_run_out', { params: { until: '2026-12-31' } }))).toBe(
    '没有办理：委托期限已于 2026-12-31 届满，请重新委托',
  )
})
