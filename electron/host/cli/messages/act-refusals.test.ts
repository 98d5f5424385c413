import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CaseActSchema } from '../../../../contract/acts/case-acts.ts'
import { RecordActSchema } from '../../../../contract/acts/record-acts.ts'
import { fieldProblemCodes, refusal, refusalCodes } from '../../../../domain/case/refusal.ts'
import { registerSchemas } from '../../../../domain/register/registers.ts'
import { codeSentence, fieldProblemWords } from './act-refusals.ts'
import { fieldPathWords } from './field-names.ts'
import { refusalWords } from './refusal.ts'

const chinese = /[\u4e00-\u9fff]/
/** A code or a placeholder that nobody can read. */
const raw = /\{|\}|undefined|[a-z]+_[a-z]+/

describe('a refusal on the command line', () => {
  it('[CLI-1] has a plain sentence for every code, also when it carries nothing, and never shows the code', () => {
    for (const code of refusalCodes) {
      const words = refusalWords(refusal(code, { fields: [{ field: 'reason', code: 'required' }] }))
      expect(words, code).toMatch(chinese)
      expect(words, code).not.toMatch(raw)
      expect(words, code).not.toMatch(/“”|（）|。/)
    }
  })

  it('[CLI-1] says what it carries, and the article', () => {
    const until = refusal('mandate_run_out', { params: { until: '2026-12-31' } })
    expect(refusalWords(until)).toBe('没有办理：委托期限已于 2026-12-31 届满，请重新委托')
    const matter = refusal('in_person_required', { article: 'civilCode:1049', params: { matter: '结婚登记' } })
    expect(refusalWords(matter)).toBe(
      '没有办理：“结婚登记”依法应当由本人办理，不能委托（依据：《民法典》第一千零四十九条）',
    )
    const state = (status: string) => refusalWords(refusal('not_allowed_in_state', { params: { status } }))
    expect(state('correction_wait')).toContain('“待补正”')
    expect(state('in_force')).toContain('“启用”')
    expect(refusalWords(refusal('materials_missing', { params: { count: 2 } }))).toContain('还缺 2 项')
    expect(refusalWords(refusal('secrecy_review_missing', { article: 'ogi2019:17(2)' }))).toBe(
      '没有办理：还没有经过保密审查，不能公开；请先送审，或者填写已经完成的审查（依据：《政府信息公开条例》第十七条第二款）',
    )
  })

  it('[CLI-2] names every field once, in words, with what is wrong with it', () => {
    for (const code of fieldProblemCodes) {
      expect(fieldProblemWords([{ field: 'intake.arrivedOn', code }]), code).toMatch(/^收到日期：[\u4e00-\u9fff]/)
      expect(codeSentence(code), code).toMatch(chinese)
    }
    const early = { field: 'sentOn', code: 'date_before_receipt' } as const
    const fields = [early, early, { field: 'sentOn', code: 'date_in_future' } as const]
    expect(refusalWords(refusal('invalid_fields', { fields }))).toBe(
      '内容不符，没有改动：发出日期：日期不能早于收到申请之日；发出日期：日期不能晚于今天',
    )
  })

  it.each([
    ['intake.applicant.idNumber', '申请人的证件号码'],
    ['intake.materials.1.promisedOn', '材料第 2 项的承诺补交日期'],
    ['releases.0.publishedOn', '公开渠道第 1 项的公开日期'],
    ['values.fineFen', '罚款金额'],
    ['values', '内容'],
    ['notYetNamed', 'notYetNamed'],
  ])('[CLI-2] %s is %s', (path, words) => {
    expect(fieldPathWords(path)).toBe(words)
  })

  it('[CLI-2] has a word for every field of every act and of every register', () => {
    const fields = [...fieldsOf(CaseActSchema), ...fieldsOf(RecordActSchema)]
    expect(fields).toContain('idNumber')
    expect([...new Set(fields)].filter((name) => !chinese.test(fieldPathWords(`x.${name}`).slice(1)))).toEqual([])
    const keys = Object.values(registerSchemas).flatMap(({ fields: each }) => each.map(({ key }) => key))
    expect(keys.filter((key) => !chinese.test(fieldPathWords(`values.${key}`)))).toEqual([])
  })
})

/** Property names at any depth. Settings and the wording of a template are not named by field: their faults have sentences of their own. */
const fieldsOf = (schema: z.ZodType): readonly string[] => {
  const found: string[] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) walk(each)
    else if (typeof node === 'object' && node !== null)
      for (const [key, inner] of Object.entries(node)) {
        if (key === 'properties')
          for (const [name, of] of Object.entries(Object(inner))) {
            found.push(name)
            if (name !== 'set' && name !== 'wording') walk(of)
          }
        else walk(inner)
      }
  }
  walk(z.toJSONSchema(schema, { unrepresentable: 'any', reused: 'inline' }))
  return found
}
