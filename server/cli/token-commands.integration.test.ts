import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { configFor, testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { askOpen } from '../open/_testing.ts'
import { type ServerStore, openStore } from '../store/open-store.ts'
import { parseCommand } from './parse-command.ts'
import { runAny } from './run-any.ts'

const at = useTestServer()
let store: ServerStore

beforeAll(async () => {
  store = await openStore(configFor(at.database.url))
})
afterAll(() => store.close())

const run = async (...args: readonly string[]) => {
  const command = parseCommand(args)
  if (!command.ok) return command
  if (command.value.name === 'serve' || command.value.name === 'help') throw new Error('no command')
  return runAny(command.value, store)
}
const issue = (...args: readonly string[]) =>
  run('token', 'issue', '--system', '市网上大厅', '--scopes', 'registers:read', ...args)
const refused = (text: string) => ({ ok: false, error: expect.stringContaining(text) })

describe('the commands for tokens of other systems', () => {
  it('[OPN-1] make one that works, show it once, and tell of it ever after without it', async () => {
    const issued = await issue('--center', testCenter, '--days', '30')
    if (!issued.ok || !('lines' in issued.value)) throw new Error('not issued')
    const text = issued.value.lines.join('\n')
    const token = /yco_[\w-]{43}/.exec(text)?.[0] ?? ''
    const id = /[0-9a-f-]{36}/.exec(text)?.[0] ?? ''
    const ask = askOpen(at.server.url, token)
    expect((await ask('GET', 'published')).status).toBe(200)
    const listed = JSON.stringify(await run('token', 'list', '--center', testCenter))
    expect(listed).toContain(`${id} 市网上大厅：读公开信息和公开目录，每分钟 120 次`)
    expect(listed).toContain('已答复 1 次')
    expect(listed).not.toContain(token)

    expect(await run('token', 'revoke', '--center', testCenter, '--token', id)).toMatchObject({ ok: true })
    expect((await ask('GET', 'published')).status).toBe(401)
    expect(JSON.stringify(await run('token', 'list', '--center', testCenter))).toContain('已停用')
    expect(await run('token', 'revoke', '--region', '99', '--token', id)).toMatchObject(refused('没有这个令牌'))
  })

  it('[OPN-1] refuse what names no place, two places, a place that is not there, or a scope that is none', async () => {
    expect(await issue()).toMatchObject(refused('请给出两者之一'))
    expect(await issue('--center', testCenter, '--region', '99')).toMatchObject(refused('请给出两者之一'))
    expect(await issue('--center', '990199')).toMatchObject(refused('没有这个中心'))
    expect(await issue('--region', '1234')).toMatchObject(refused('没有这个中心'))
    expect(await run('token', 'list', '--center', '990199')).toMatchObject(refused('没有这个中心'))
    const invalid = (subject: string) => ({ ok: false, error: { code: 'option_invalid', subject } })
    const place = ['--center', testCenter] as const
    expect(await issue(...place, '--scopes', 'registers:write')).toMatchObject(invalid('--scopes'))
    expect(await issue(...place, '--days', '0')).toMatchObject(invalid('--days'))
    expect(await issue('--region', '9')).toMatchObject(invalid('--region'))
    const open = await store.db.selectFrom('open_token').select('id').where('revoked_at', 'is', null).execute()
    expect(open).toEqual([])
  })
})
