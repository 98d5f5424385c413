import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldForSearch } from './fold.ts'

const anyText = fc.string({ unit: 'binary' })

describe('folding for search', () => {
  it.each([
    ['臺灣政務服務中心', '台湾政务服务中心'],
    ['黑龍江省農墾總局', '黑龙江省农垦总局'],
    ['裡為啟', '里为启'],
    ['什么 吃饭 床单 秘书 群众', '什么 吃饭 床单 秘书 群众'],
    ['ＡＢＣ１２３（甲）', 'abc123(甲)'],
    ['㎡ ① Ⅳ ﬁ', 'm2 1 iv fi'],
    ['Émile Ångström', 'emile angstrom'],
    ['王\u200b伟\ufe00', '王伟'],
    ['葛\u{e0100}', '葛'],
    ['金⼀', '金一'],
    ['𠮷䶮㐂𬎆', '𠮷䶮㐂𬎆'],
  ])('[TXT-4] %s → %s', (text, folded) => {
    expect(foldForSearch(text)).toBe(folded)
  })

  it('[TXT-4] folding twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => foldForSearch(foldForSearch(text)) === foldForSearch(text)),
      { numRuns: 2000 },
    )
  })

  it('[TXT-4] the folded part is a part of the folded whole', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        expect(foldForSearch(a + b)).toBe(foldForSearch(a) + foldForSearch(b))
      }),
      { numRuns: 2000 },
    )
  })
})
