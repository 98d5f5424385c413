import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RegisterEntry, latestVersion } from '../../../domain/record/register/register-record.ts'
import type { RegisterName } from '../../../domain/register/registers.ts'
import { type TestHost, makeTestHost } from '../_testing.ts'
import { importRegister } from './import-register.ts'

let dir = ''
let host: TestHost
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'yichuang-register-'))
  host = makeTestHost({ items: [] })
})
afterEach(async () => {
  await host.remove()
  await rm(dir, { recursive: true, force: true })
})

const take = async (register: RegisterName, path: string, options = {}) => {
  const imported = await importRegister(host.stamps, register, path, options)
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
  const { read, added, changed, withdrawn, unchanged, absent, rejected, unused, cancelled } = imported.value
  return {
    counts: { read, added, changed, withdrawn, unchanged, absent },
    rejected: rejected.map(({ row, problems }) => [row, ...problems.map(({ code }) => code)]),
    unused,
    cancelled,
  }
}
const file = async (name: string, content: string | Uint8Array) => {
  const path = join(dir, name)
  await writeFile(path, content)
  return path
}
const entries = (): readonly RegisterEntry[] => {
  const found: RegisterEntry[] = []
  host.services.store.read.records.each('register', (state) => void (state.kind === 'register' && found.push(state)))
  return found
}
const operations = () => host.services.store.read.log.count()
const none = { added: 0, changed: 0, withdrawn: 0, unchanged: 0, absent: 0 }

const powers = (count: number) =>
  JSON.stringify(
    Array.from({ length: count }, (_, at) => ({
      权力编码: `990123-A-${String(at).padStart(4, '0')}`,
      权力名称: `权力事项${String(at)}`,
      权力类型: '行政许可',
      行使主体: '青岚县水务局',
    })),
  )

describe('importing a register', { timeout: 30_000 }, () => {
  it('[REG-8] takes in the good rows of a csv and names the bad ones by line; the same file again changes nothing', async () => {
    const path = await file(
      'results.csv',
      [
        '青岚县行政执法结果公示表,,,,,,,,',
        '处罚决定书文号,案件名称,执法类别,当事人类别,当事人,处罚内容,罚款金额（万元）,决定机关,决定日期,审核人',
        '青市监处〔2026〕1号,无照经营案,行政处罚,自然人,孙建国,罚款五千元,0.5,青岚县市场监督管理局,2026年11月2日,甲',
        '青市监处〔2026〕2号,,行政处罚,法人,清和公司,罚款一万元,约1,青岚县市场监督管理局,2026-11-03,甲',
        '青市监处〔2026〕3号,卫生许可,行政许可,个体工商户,清和美发店,准予许可,,青岚县卫生健康局,2026-11-04,甲',
        '青市监处〔2026〕1号,另一案,行政处罚,法人,清和公司,警告,,青岚县市场监督管理局,2026-11-05,甲',
      ].join('\n'),
    )
    expect(await take('enforcement_results', path)).toEqual({
      counts: { ...none, read: 4, added: 2 },
      rejected: [
        [4, 'amount_invalid'],
        [6, 'duplicate_code'],
      ],
      unused: ['审核人'],
      cancelled: false,
    })
    const [first] = entries().map(latestVersion)
    expect(first?.values).toMatchObject({ party: '孙＊国', fineFen: 500_000, kind: 'penalty', decidedOn: '2026-11-02' })
    const before = operations()
    expect(await take('enforcement_results', path)).toMatchObject({ counts: { ...none, read: 4, unchanged: 2 } })
    expect(operations()).toBe(before)
  })

  it('[REG-4] stores nowhere what was masked', async () => {
    const row = {
      决定书文号: '青市监处〔2026〕9号',
      案件名称: '无照经营案',
      执法类别: '行政处罚',
      当事人类别: '自然人',
      当事人: '欧阳克俭',
      证件号码: '99000019800101016X',
      违法事实: '当事人（13800002046）无照经营',
      处罚内容: '罚款',
      决定机关: '青岚县市场监督管理局',
      决定日期: '2026-11-02',
    }
    await take('enforcement_results', await file('one.json', JSON.stringify([row])))
    const [entry] = entries()
    const log = host.services.store.read.log.ofEntity(entry?.id ?? '').map(({ canon }) => canon)
    expect(log).toHaveLength(1)
    for (const open of ['欧阳克俭', '99000019800101016X', '13800002046']) expect(log.join('')).not.toContain(open)
  })

  it('[REG-7] takes a workbook with changes: 新增, 修改, 取消, from their day of effect', async () => {
    await take('power_list', await file('powers.json', powers(4)))
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('权责清单')
    sheet.addRow(['青岚县权责清单调整表'])
    sheet.addRow(['权力编码', '权力名称', '权力类型', '行使主体', '设定依据', '变动类型', '生效日期'])
    sheet.addRow([
      '990123-A-0000',
      '权力事项0',
      '行政许可',
      '青岚县水务局',
      '水法',
      '修改',
      new Date(Date.UTC(2026, 11, 1)),
    ])
    sheet.addRow(['990123-A-0001', '', '', '', '', '取消', '2026-12-01'])
    sheet.addRow(['990123-B-0001', '采砂许可', '行政许可', '青岚县水务局', '', '新增', '2026-12-01'])
    sheet.addRow(['990123-B-0009', '', '', '', '', '取消', ''])
    const path = await file('changes.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(await take('power_list', path)).toMatchObject({
      counts: { read: 4, added: 1, changed: 1, withdrawn: 1, unchanged: 0, absent: 2 },
      rejected: [[6, 'not_in_register']],
    })
    const byCode = new Map(entries().map((entry) => [entry.code, entry]))
    expect(byCode.get('990123-A-0000')?.versions.at(-1)).toMatchObject({ change: 'modified', from: '2026-12-01' })
    expect(byCode.get('990123-A-0001')).toMatchObject({ status: 'withdrawn', endings: [{ change: 'cancelled' }] })
    expect(byCode.get('990123-B-0001')?.versions[0]).toMatchObject({ change: 'added' })
    expect(await take('power_list', path)).toMatchObject({
      counts: { added: 0, changed: 0, withdrawn: 0, unchanged: 3 },
    })
  })

  it('[REG-7] gives an entry the same id on every device', async () => {
    const path = await file('powers.json', powers(2))
    await take('power_list', path)
    const before = entries().map(({ id }) => id)
    await host.remove()
    host = makeTestHost({ items: [] })
    await take('power_list', path)
    expect(entries().map(({ id }) => id)).toEqual(before)
    expect(new Set(before).size).toBe(2)
  })

  it('says how far it is, stops when it is told to, and goes on from there the next time', async () => {
    const path = await file('powers.json', powers(25))
    const told: string[] = []
    const control = new AbortController()
    const stopped = await take('power_list', path, {
      size: 10,
      signal: control.signal,
      onProgress: (done: number, of: number) => {
        told.push(`${String(done)}/${String(of)}`)
        if (done === 20) control.abort()
      },
    })
    expect(told).toEqual(['10/25', '20/25'])
    expect(stopped).toMatchObject({ counts: { read: 25, added: 20 }, rejected: [], cancelled: true })
    expect(entries()).toHaveLength(20)
    expect(await take('power_list', path)).toMatchObject({ counts: { added: 5, unchanged: 20 }, cancelled: false })
  })

  it('of a file without the columns of the register changes nothing', async () => {
    const before = operations()
    const path = await file('other.csv', '甲,乙\n1,2\n')
    expect(await importRegister(host.stamps, 'fee_list', path)).toEqual({
      ok: false,
      error: { code: 'no_header', params: {} },
    })
    const twice = await file('twice.csv', '收费项目,收费项目名称,执收单位\n登记费,登记费,县局\n')
    expect(await importRegister(host.stamps, 'fee_list', twice)).toEqual({
      ok: false,
      error: { code: 'duplicate_column', params: { columns: '收费项目、收费项目名称' } },
    })
    expect(operations()).toBe(before)
  })

  it('is refused by a store that belongs to no center', async () => {
    await host.remove()
    host = makeTestHost({ enrolled: false })
    expect(await importRegister(host.stamps, 'fee_list', join(dir, 'none.csv'))).toMatchObject({
      error: { code: 'no_center' },
    })
  })
})
