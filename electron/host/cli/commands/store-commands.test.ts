import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aDevice } from '../../../../db/_testing.ts'
import { anApplicant, aServiceIntake } from '../../../../domain/case/_testing.ts'
import { aCenter, aWindow, monday } from '../../_testing.ts'
import { composeHost } from '../../compose.ts'
import { obtainStoreKey } from '../../keys/store-key.ts'
import { toMutable } from '../../mutable.ts'
import { createFakeServer, json, refusal, serverUrl } from '../../sync-agent/_testing.ts'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'

const { device } = aDevice()
let place: Workplace
beforeEach(() => {
  place = makeWorkplace()
})
afterEach(() => place.remove())

const init = async (...args: string[]) => {
  const ran = await run(['init', '--dir', place.dir, ...args])
  expect(ran.code).toBe(0)
  return ran
}
/** The store as the application would have it open. */
const openHost = async () => {
  const sources = { dir: place.dir, osKeyStore: null, passphrase: null, mayCreate: false, mayUseKeyFile: true }
  const key = await obtainStoreKey(sources)
  if (!key.ok) throw new Error(key.error.code)
  const log = { write: () => undefined }
  const now = () => monday
  const host = composeHost({ dir: place.dir, key: key.value, nativeBinding: null, appVersion: '0.1.0', log, now })
  if (!host.ok) throw new Error(host.error.code)
  return host.value
}
const takeIn = async (count: number) => {
  const host = await openHost()
  for (let n = 0; n < count; n += 1) {
    const act = {
      kind: 'service.accept',
      intake: aServiceIntake({ applicant: anApplicant({ name: '孙建国' }) }),
    } as const
    const actor = { staffId: 'system', role: 'clerk', session: null } as const
    const performed = host.services.perform(toMutable({ caseId: host.stamps.newId(), base: 0, act }), actor)
    if (!performed.ok) throw new Error(performed.error.code)
  }
  await host.close()
}

describe('init', { timeout: 30_000 }, () => {
  it('makes an empty store and says plainly where the key lies', async () => {
    const { out, said } = await init('--center', '330327', '--device', 'A12', '--json')
    expect(JSON.parse(out)).toMatchObject({ dir: place.dir, center: '330327', deviceNo: 'A12' })
    expect(said).toContain('store.key')
    expect(said).toContain('YICHUANG_PASSPHRASE')
    const host = await openHost()
    expect(host.services.store.read.meta.findDevice()).toMatchObject({ center: '330327', deviceNo: 'A12' })
    expect(host.services.store.read.reference.findCenter()).toMatchObject({ code: '330327' })
    expect(host.services.store.read.reference.findWindow('A12')).not.toBeNull()
    expect(host.services.store.read.cases.count()).toBe(0)
    await host.close()
  })

  it('keeps the key under a passphrase when there is one', async () => {
    const env = { YICHUANG_PASSPHRASE: 'correct horse battery' }
    const { code, said } = await run(['init', '--dir', place.dir], env)
    expect([code, said]).toEqual([0, ''])
    expect((await run(['verify', '--dir', place.dir], env)).code).toBe(0)
    expect(await run(['verify', '--dir', place.dir])).toMatchObject({ code: 2, out: '' })
    expect(await run(['verify', '--dir', place.dir], { YICHUANG_PASSPHRASE: 'wrong horse' })).toMatchObject({
      code: 2,
      said: '口令不对（环境变量 YICHUANG_PASSPHRASE）',
    })
  })

  it.each([
    [['--center', '12'], '--center 应为六位数字：“12”'],
    [['--device', 'w3'], '--device 应为一个大写字母加二至四位数字：“w3”'],
    [['--force'], '没有这个选项：--force'],
  ])('%j is refused and makes nothing', async (args, words) => {
    const { code, out, said } = await run(['init', '--dir', place.dir, ...args])
    expect([code, out, place.onDisk()]).toEqual([2, '', []])
    expect(said).toContain(words)
  })

  it('with a passphrase too short makes nothing', async () => {
    const { code, said } = await run(['init', '--dir', join(place.dir, 'deep', 'er')], { YICHUANG_PASSPHRASE: 'short' })
    expect([code, place.onDisk()]).toEqual([2, []])
    expect(said).toContain('口令太短')
  })

  it('refuses a folder with a store, with anything else in it, and a file', async () => {
    await init()
    const before = place.onDisk()
    expect(await run(['init', '--dir', place.dir])).toMatchObject({
      code: 2,
      said: `这个目录里已经有本地库：${place.dir}`,
    })
    expect(place.onDisk()).toEqual(before)
    const full = join(place.root, 'full')
    mkdirSync(full)
    writeFileSync(join(full, 'letter.txt'), '')
    expect(await run(['init', '--dir', full])).toMatchObject({ code: 2, said: `目录不是空的：${full}` })
    const file = join(full, 'letter.txt')
    expect(await run(['init', '--dir', file])).toMatchObject({ code: 2, said: `这不是目录：${file}` })
  })
})

describe('import', { timeout: 30_000 }, () => {
  const fixture = (name: string) => join(import.meta.dirname, '../../import/fixtures', name)
  const list = (name: string, text: string) => {
    const path = join(place.root, name)
    writeFileSync(path, text)
    return path
  }
  const take = (file: string, ...args: string[]) =>
    run(['import', file, '--as', 'catalogue', '--dir', place.dir, ...args])

  it('takes in the 1,117 names', async () => {
    await init()
    const { code, out } = await take(fixture('catalogue-names.json'), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ read: 1117, imported: 1117, rejected: [] })
    expect((await take(fixture('catalogue-names.json'))).out).toBe(
      '读入 1117 行，接受 1117 行（新增 0，更新 0，未变 1117），拒绝 0 行',
    )
  })

  it('takes in the good rows of a csv and names the bad ones by row, code and reason', async () => {
    await init()
    const path = list(
      'list.csv',
      '事项名称,实施主体,事项类型,承诺办结时限\n取水许可,水务局,行政许可,5\n,水务局,行政许可,5\n甲,局,审批,5\n乙,局,行政许可,五日\n丙,局,公共服务,\n',
    )
    const { code, out } = await take(path, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      read: 5,
      imported: 2,
      rejected: [
        { row: 3, code: 'missing', message: '缺少事项名称' },
        { row: 4, code: 'kind_unknown', message: '事项类型不在国家标准（GB/T 39046 表 A.1）中：“审批”' },
        { row: 5, code: 'days_invalid', message: '承诺办结时限应为 0 至 3650 的整数：“五日”' },
      ],
    })
    expect((await take(path)).out).toContain('  第 3 行：缺少事项名称')
  })

  it('of nothing but bad rows fails and changes nothing', async () => {
    await init()
    const { code, out } = await take(list('bad.json', '[{"name":"甲"}]'), '--json')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({ read: 1, imported: 0, rejected: [{ row: 1, code: 'missing' }] })
  })

  it('says which columns it has no use for', async () => {
    await init()
    const { said } = await take(list('a.csv', '事项名称,实施主体,事项类型,数据来源\n甲,局,公共服务,12345\n'))
    expect(said).toContain('没有用到的列：数据来源')
  })

  it.each([
    ['absent.json', null, '找不到这个文件'],
    ['list.xls', '', '旧版 .xls 请另存为 .xlsx'],
    ['list.json', '{', '不是有效的 JSON'],
    ['list.json', '{}', '最外层应是一个数组'],
    ['list.csv', 'a,b\n1,2\n', '找不到表头'],
    ['list.csv', '', '没有任何一行数据'],
    ['list.xlsx', 'x', '不是有效的 xlsx'],
  ])('of %s (%j) is refused in plain words and changes nothing', async (name, text, words) => {
    await init()
    const path = text === null ? join(place.root, name) : list(name, text)
    const { code, out, said } = await take(path)
    expect([code, out]).toEqual([2, ''])
    expect(said).toContain(words)
    const host = await openHost()
    expect(host.services.store.read.reference.items()).toEqual([])
    await host.close()
  })

  it.each([
    [['--as', 'catalogue'], '缺少 <文件>'],
    [['list.json', '--as', 'poems'], '--as 只能是 catalogue、disclosure、register:power_list、'],
    [['list.json'], '缺少选项 --as'],
  ])('%j is bad usage', async (args, words) => {
    const { code, said } = await run(['import', ...args, '--dir', place.dir])
    expect([code, place.onDisk()]).toEqual([2, []])
    expect(said).toContain(words)
  })
})

describe('search', () => {
  it('gives the newest cases with persons masked', async () => {
    await init('--device', 'W03')
    await takeIn(3)
    const { code, out, said } = await run(['search', '孙建国', '--dir', place.dir, '--limit', '2', '--json'])
    expect([code, said]).toEqual([0, '共 3 件，列出 2 件'])
    const { total, hits } = JSON.parse(out) as { total: number; hits: readonly { caseNo: string; applicant: string }[] }
    expect(total).toBe(3)
    expect(hits.map(({ caseNo }) => caseNo)).toEqual(['990123-20261123-W03-0003', '990123-20261123-W03-0002'])
    expect(hits[0]?.applicant).toBe('孙＊国')
    expect(out).not.toContain('孙建国')
    const text = await run(['search', '公共场所', '--dir', place.dir])
    expect(text.out.split('\n')).toHaveLength(3)
    expect(text.out).toContain('990123-20261123-W03-0003　已受理　公共场所卫生许可（新办）　孙＊国')
  })

  it('finds nothing without failing', async () => {
    await init()
    expect(await run(['search', '没有的', '--dir', place.dir, '--json'])).toEqual({
      code: 0,
      out: JSON.stringify({ total: 0, more: false, hits: [] }, null, 2),
      said: '没有找到',
    })
  })

  it.each([
    [['   '], '要查找的文字是空的'],
    [['字'.repeat(101)], '要查找的文字太长'],
    [['孙', '--limit', '0'], '--limit 应为 1 至 200 的整数：“0”'],
    [['孙', '--limit', '201'], '“201”'],
    [['孙', '--limit', 'all'], '“all”'],
  ])('%j is refused', async (args, words) => {
    const { code, out, said } = await run(['search', ...args, '--dir', place.dir])
    expect([code, out, place.onDisk()]).toEqual([2, '', []])
    expect(said).toContain(words)
  })
})

describe('verify', () => {
  it('finds a healthy store healthy', async () => {
    await init()
    await takeIn(2)
    const { code, out } = await run(['verify', '--dir', place.dir, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ ok: true, cases: 2, operations: 4, problems: [] })
    expect((await run(['verify', '--dir', place.dir])).out).toBe('完好：操作 4 条，办件 2 件')
  })

  it('names damage and fails', async () => {
    await init()
    await takeIn(1)
    const path = join(place.dir, 'desk.db')
    const bytes = readFileSync(path)
    const at = Math.floor(bytes.length * 0.6)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(path, bytes)
    const { code, out, said } = await run(['verify', '--dir', place.dir])
    expect(code).toBe(1)
    expect(out + said).toMatch(/损坏/)
  })
})

describe('any command on a store', () => {
  const each = [
    ['verify', ['verify']],
    ['search', ['search', '孙']],
    ['import', ['import', 'list.json', '--as', 'catalogue']],
    ['sync', ['sync', '--once']],
  ] as const

  it.each(each)('%s refuses a folder without a store and makes none', async (_name, args) => {
    const { code, out, said } = await run([...args, '--dir', place.dir])
    expect([code, out, place.onDisk()]).toEqual([2, '', []])
    expect(said).toContain('没有可用的本地库')
  })

  it.each(each)('%s says that the running application has the store', async (_name, args) => {
    await init()
    const host = await openHost()
    const { code, out, said } = await run([...args, '--dir', place.dir])
    await host.close()
    expect([code, out]).toEqual([1, ''])
    expect(said).toContain('本地库正被另一个程序使用')
  })

  it.each(each)('%s says that the key is gone', async (_name, args) => {
    await init()
    rmSync(join(place.dir, 'store.key'))
    const { code, said } = await run([...args, '--dir', place.dir])
    expect(code).toBe(2)
    expect(said).toContain('找不到打开本地库的密钥')
  })

  it('says that the key belongs to another store', async () => {
    await init()
    const other = makeWorkplace()
    await run(['init', '--dir', other.dir])
    for (const name of ['key.json', 'store.key'])
      writeFileSync(join(place.dir, name), readFileSync(join(other.dir, name)))
    other.remove()
    const { code, said } = await run(['verify', '--dir', place.dir])
    expect(code).toBe(2)
    expect(said).toContain('密钥与本地库不符')
  })

  it('says that the file is damaged from the first page on', async () => {
    await init()
    writeFileSync(join(place.dir, 'desk.db'), Buffer.alloc(8192, 7))
    const { code, said } = await run(['verify', '--dir', place.dir])
    expect(code).toBe(1)
    expect(said).toContain('本地库已损坏')
  })
})

describe('enrol and sync', () => {
  const enrol = (...args: string[]) => run(['enrol', '--dir', place.dir, ...args])

  it.each([
    [['--server', 'http://center.example', '--code', 'ABCD-1234'], '必须以 https:// 开头'],
    [['--server', 'not an address', '--code', 'ABCD-1234'], '服务器地址写得不对'],
  ])('enrol %j is refused and leaves nothing', async (args, words) => {
    const { code, out, said } = await enrol(...args)
    expect([code, out, place.onDisk()]).toEqual([2, '', []])
    expect(said).toContain(words)
  })

  it('enrol makes the folder a device of the center, and sync exchanges with it', async () => {
    const server = createFakeServer()
    const network: typeof fetch = (input, init) =>
      new URL(input instanceof Request ? input.url : input).pathname === '/sync/v1/enrol'
        ? Promise.resolve(json({ device, deviceNo: 'W03', center: aCenter, window: aWindow, epoch: server.epoch }))
        : server.fetch(input, init)
    const here = (...args: string[]) => run(args, {}, network)
    const args = ['enrol', '--dir', place.dir, '--server', serverUrl, '--code', 'ABCD-1234', '--json']
    const { code, out, said } = await here(...args)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ dir: place.dir, server: serverUrl, center: '990123', state: 'idle' })
    expect(said).toContain('store.key')
    expect(await here(...args)).toMatchObject({ code: 2, out: '' })

    await takeIn(2)
    const synced = await here('sync', '--dir', place.dir, '--server', serverUrl, '--once', '--json')
    expect([synced.code, synced.said]).toEqual([0, ''])
    expect(JSON.parse(synced.out)).toMatchObject({ state: 'idle', waiting: 0, attention: 0, lastError: null })
    expect(server.taken).toHaveLength(2)
    expect(await here('sync', '--dir', place.dir)).toEqual({ code: 0, out: '已同步；待传 0 件，待处理 0 件', said: '' })
    expect(await here('import', 'list.json', '--as', 'catalogue', '--dir', place.dir)).toMatchObject({
      code: 2,
      said: expect.stringContaining('事项目录由服务器下发') as string,
    })
  })

  it('enrol says that nobody answers, and can be tried again', async () => {
    const args = ['--server', 'http://127.0.0.1:9', '--code', 'ABCD-1234']
    for (let n = 0; n < 2; n += 1) {
      const { code, out, said } = await enrol(...args)
      expect([code, out]).toEqual([1, ''])
      expect(said).toContain('连不上服务器')
    }
    expect(place.onDisk()).not.toEqual([])
  })

  it('enrol with a code that is spent leaves nothing', async () => {
    const network = () => Promise.resolve(refusal('CODE_USED', 410))
    const args = ['enrol', '--dir', place.dir, '--server', serverUrl, '--code', 'ABCD-1234']
    expect(await run(args, {}, network)).toEqual({ code: 2, out: '', said: '登记码已经用过' })
    expect(place.onDisk()).toEqual([])
  })

  it('enrol refuses a store that has an identity, and a folder with other things in it', async () => {
    await init()
    const args = ['--server', 'https://center.example', '--code', 'ABCD-1234']
    expect(await enrol(...args)).toMatchObject({ code: 2, said: expect.stringContaining('已经有设备身份') as string })
    expect(await run(['enrol', '--dir', place.root, ...args])).toMatchObject({
      code: 2,
      said: `目录不是空的：${place.root}`,
    })
  })

  it('sync refuses a store that belongs to no server', async () => {
    await init()
    const { code, out, said } = await run(['sync', '--dir', place.dir, '--once'])
    expect([code, out]).toEqual([2, ''])
    expect(said).toContain('还没有登记到服务器')
  })

  it('sync refuses an address that is none before it opens anything', async () => {
    const { code, said } = await run(['sync', '--dir', place.dir, '--server', 'ftp://center.example', '--once'])
    expect([code, place.onDisk()]).toEqual([2, []])
    expect(said).toContain('服务器地址写得不对')
  })

  it('sync says that nobody answers, and forgets an address that did not work', async () => {
    await init()
    const host = await openHost()
    host.services.store.transact((writer) => writer.meta.set('server', 'http://127.0.0.1:9'))
    await host.close()
    const { code, out, said } = await run(['sync', '--dir', place.dir, '--server', 'http://127.0.0.1:10', '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ state: 'offline', waiting: 2, lastError: { code: 'unreachable' } })
    expect(said).toContain('连不上服务器')
    const again = await openHost()
    expect(again.services.store.read.meta.find('server')).toBe('http://127.0.0.1:9')
    await again.close()
  })
})
