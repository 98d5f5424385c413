import { describe, expect, it } from 'vitest'
import { run } from '../_testing.ts'

const check = async (number: string) => {
  const { code, out } = await run(['check-id', number, '--json'])
  expect(code).toBe(0)
  return JSON.parse(out) as unknown
}

describe('check-id', () => {
  it('reads birth and sex out of a citizen number', async () => {
    expect(await check('990000199001010017')).toMatchObject({
      kind: 'resident_id',
      valid: true,
      birth: '1990-01-01',
      sex: 'male',
    })
    expect(Object.keys((await check('990000199001010017')) as object)).toEqual([
      'kind',
      'valid',
      'problems',
      'birth',
      'sex',
    ])
  })

  it('names what is wrong', async () => {
    const problem = expect.objectContaining({
      code: 'birth_impossible',
      severity: 'error',
      detail: '1990-02-30',
    }) as object
    expect(await check('990000199002300016')).toMatchObject({
      valid: false,
      problems: expect.arrayContaining([problem]) as object,
    })
    expect((await run(['check-id', '990000199001010018'])).out).toContain('末位校验码不符')
    expect((await run(['check-id', '9900001990'])).out).toContain('应为 18 位')
    expect((await run(['check-id', ''])).out).toContain('没有号码')
  })

  it('knows credit codes', async () => {
    expect(await check('91990000MA0TEXT124')).toMatchObject({ kind: 'uscc', valid: true, birth: null, sex: null })
    expect((await run(['check-id', '91990000MA0TEXT124'])).out).toContain('统一社会信用代码：有效')
  })

  it.each([
    [[], '缺少 <号码>'],
    [['1', '2'], '多出一个参数：2'],
    [['1', '--json=yes'], '选项 --json 不带取值'],
  ])('%j is refused', async (args, words) => {
    const { code, out, said } = await run(['check-id', ...args])
    expect([code, out]).toEqual([2, ''])
    expect(said).toContain(words)
  })
})
