import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registerProblemCodes } from '../../../../domain/register/register-problem.ts'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'
import { registerProblemWords } from '../messages/import-register.ts'

let place: Workplace
beforeEach(async () => {
  place = makeWorkplace()
  await run(['init', '--dir', place.dir])
})
afterEach(() => {
  place.remove()
})

const list = (name: string, text: string) => {
  const path = join(place.root, name)
  writeFileSync(path, text)
  return path
}
const take = (file: string, as: string, ...args: readonly string[]) =>
  run(['import', file, '--as', as, '--dir', place.dir, ...args])
const fees = [
  '收费项目,执收单位,收费类型,收费标准,收费依据,单价（元）',
  '不动产登记费,青岚县自然资源局,行政事业性收费,80元/件,发改价格规〔2016〕2559号,80',
  '城市道路占用挖掘修复费,青岚县住建局,罚没,,建城〔1993〕410号,若干',
].join('\n')

describe('import --as register', { timeout: 30_000 }, () => {
  it('takes in a list, names each bad row by row, code and reason, and the same file again changes nothing', async () => {
    const path = list('fees.csv', fees)
    const { code, out } = await take(path, 'register:fee_list', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      register: 'fee_list',
      read: 2,
      imported: 1,
      added: 1,
      changed: 0,
      withdrawn: 0,
      unchanged: 0,
      absent: 0,
      unused: [],
      rejected: [
        {
          row: 3,
          code: 'choice_unknown',
          message: '收费类型不是可选的值：“罚没”；单价不是金额，应写成 380.50 或 1.2万元 的样子，最小到分：“若干”',
        },
      ],
    })
    const again = await take(path, 'register:fee_list')
    expect(again.out.split('\n')[0]).toBe(
      '收费目录清单：读入 2 行，接受 1 行（新增 0，变更 0，取消 0，未变 1），拒绝 1 行',
    )
    expect(again.code).toBe(1)
  })

  it('says what stays although the file does not name it', async () => {
    await take(list('fees.csv', fees), 'register:fee_list')
    const other = '收费项目,执收单位,收费类型,收费标准,收费依据\n诉讼费,青岚县法院,行政事业性收费,见办法,国令481\n'
    const { out } = await take(list('other.csv', other), 'register:fee_list')
    expect(out).toBe(
      '收费目录清单：读入 1 行，接受 1 行（新增 1，变更 0，取消 0，未变 0），拒绝 0 行；清单里另有 1 条不在文件中，保持不变',
    )
  })

  it('[CLI-3] refuses a file with the same column twice', async () => {
    const twice = list('twice.csv', '收费项目,执收单位,收费类型,收费项目\n登记费,县局,行政事业性收费,诉讼费\n')
    const { code, said } = await take(twice, 'register:fee_list')
    expect([code, said.includes('收费项目、收费项目')], said).toEqual([2, true])
  })

  it('[REG-2] knows the party of a decision by the names that offices write', async () => {
    for (const header of ['相对人', '行政相对人', '当事人']) {
      const rows = `决定书文号,案件名称,执法类别,当事人类别,${header},决定内容,决定机关,决定日期\n${header}1号,无证经营,行政处罚,企业,青岚商店,罚款,青岚县市场监管局,2026-03-02\n`
      const { code, out } = await take(list(`${header}.csv`, rows), 'register:enforcement_results', '--json')
      expect(code, out).toBe(0)
      expect(JSON.parse(out)).toMatchObject({ added: 1, unused: [] })
    }
  })

  it('of an unknown register, or a file that is no list of it, changes nothing', async () => {
    const path = list('fees.csv', fees)
    const unknown = await take(path, 'register:secrets')
    expect(unknown.code).toBe(2)
    expect(unknown.said).toContain('register:fee_list')
    const before = place.onDisk()
    expect(await take(list('a.csv', 'x,y\n1,2\n'), 'register:fee_list')).toMatchObject({ code: 2, out: '' })
    expect(place.onDisk().filter((line) => !line.includes('a.csv'))).toEqual(before)
    const bad = await take(list('bad.json', '[{"name":"登记费"}]'), 'register:fee_list', '--json')
    expect(bad.code).toBe(2)
    expect(JSON.parse(bad.out)).toMatchObject({ imported: 0, rejected: [{ row: 1, code: 'missing' }] })
  })

  it('has words for every problem of a row', () => {
    for (const code of registerProblemCodes)
      expect(registerProblemWords({ code, header: '罚款金额', params: { value: 'x' } }), code).toMatch(
        /\p{Script=Han}/u,
      )
  })
})
