import { spawnSync } from 'node:child_process'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { aServiceIntake, anApplicant, anItem, day } from '../../domain/case/_testing.ts'
import { addPower, registerOn } from '../../domain/record/register/_testing.ts'
import type { RegisterEntry } from '../../domain/record/register/register-record.ts'
import { projectRoot, readAnswers, readBlocks, runScript } from '../_testing/manual.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { publishItems } from '../admin/publish-items.ts'

const manual = 'open-interface.md'
const at = useTestServer()
const blocks = readBlocks(manual)
const answers = readAnswers(manual)
const ran = new Set<string>()
let device: TestDevice
let token = ''

const run = (name: string): Promise<string> => {
  const block = blocks.get(name)
  if (block === undefined) throw new Error(`no block ${name}`)
  ran.add(name)
  const env = {
    YICHUANG: projectRoot,
    DATABASE_URL: at.database.url,
    OPEN: `${at.server.url}/open/v1/centers/${testCenter}`,
    TOKEN: token,
    no_proxy: '127.0.0.1',
  }
  return runScript(block.script, env, { account: null, folder: projectRoot })
}
/** What came, of the same names and kinds as what the manual shows. */
const runAsShown = async (name: string): Promise<unknown> => {
  const came: unknown = JSON.parse(await run(name))
  expect(shapeOf(came)).toEqual(shapeOf(answers.get(name)))
  return came
}
const shapeOf = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
}
let accepted = 0
const accept = async (more: { readonly preNo?: string } = {}) => {
  const intake = aServiceIntake({ applicant: anApplicant(), ...more })
  accepted += 1
  const caseNo = `${testCenter}-20260928-${device.identity.deviceNo}-000${accepted}`
  device.add({ data: { caseNo, on: day('2026-09-28'), intake } })
  await device.push(device.batch(device.chain.length))
}

beforeAll(async () => {
  const { db } = at.center
  await publishItems(db, testCenter, [anItem()])
  device = await at.enrolled()
  await accept()
  const state = { ...registerOn('2026-11-03').done(null, addPower()), id: uuidv7() }
  const { id, kind, status } = state
  const asJson = sql<RegisterEntry>`${JSON.stringify(state)}::jsonb`
  await db
    .insertInto('record_state')
    .values({ center: testCenter, id, kind, status, rec_key: null, version: 1, state: asJson })
    .execute()
})

// A machine without curl reads the manual and cannot run it.
const hasCurl = spawnSync('curl', ['--version']).status === 0

describe.skipIf(!hasCurl)('docs/open-interface.md', () => {
  it('[OPN-1] shows how a token is made, and the token opens what it says', async () => {
    const issued = JSON.parse(await run('issue')) as { token: string; centers: string[] }
    expect(issued.centers).toEqual([testCenter])
    token = issued.token
    expect((await fetch(`${at.server.url}/open/v1/openapi.json`)).status).toBe(200)
  })

  it('[OPN-4] [OPN-6] [OPN-7] shows how progress, its changes and what is published are read', async () => {
    expect(await runAsShown('progress')).toEqual(answers.get('progress'))
    await runAsShown('changes')
    expect(await runAsShown('published')).toMatchObject({ entries: [{ entry: { values: { name: '取水许可' } } }] })
  })

  it('[OPN-9] [OPN-11] shows how an application is brought, again too, and what became of it', async () => {
    const first = await runAsShown('submit')
    expect(await runAsShown('submit')).toEqual(first)
    await accept({ preNo: 'ysl 2026 0915' })
    expect(await runAsShown('status')).toMatchObject({ taken: { caseNo: '990123-20260928-W10-0002' } })
    expect(await run('asked')).toContain('市网上大厅：查办件进度、读公开信息和公开目录、送预申请，每分钟 120 次')
  })

  it('has no block that is not run and shows no answer that is not compared', () => {
    expect([...ran].toSorted()).toEqual([...blocks.keys()].toSorted())
    for (const name of answers.keys()) expect(ran).toContain(name)
  })
})
