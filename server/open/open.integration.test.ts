import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { aServiceIntake, anApplicant, anItem, day } from '../../domain/case/_testing.ts'
import { publishItems } from '../admin/publish-items.ts'
import { setCenter } from '../admin/set-center.ts'
import { issueOpenToken, listOpenTokens, revokeOpenToken } from '../admin/open-tokens.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { markRestored } from '../restore/restored.ts'
import { openDirectory } from '../store/directory.ts'
import { aToken, anApplication, askOpen } from './_testing.ts'
import { countUse } from './count-use.ts'
import { mostTries } from './try-guard.ts'

const at = useTestServer()
const other = '990124'
let device: TestDevice
let token: string
const hall = (given = token, center = testCenter) => askOpen(at.server.url, given, center)

beforeAll(async () => {
  const data = { address: null, phone: null, supervisePhone: null, progressUrl: null }
  await setCenter(at.center.db, { ...data, code: other, name: '邻县政务服务中心' })
  await publishItems(at.center.db, testCenter, [anItem()])
  device = await at.enrolled()
  token = await aToken(at.center.db)
})

/** A request that a window took in today; its number and its id. */
const takenIn = async (intake: Partial<ReturnType<typeof aServiceIntake>> = {}) => {
  const caseNo = device.nextCaseNo()
  const { entity } = device.add({
    data: { caseNo, on: day('2026-09-28'), intake: aServiceIntake({ applicant: anApplicant(), ...intake }) },
  })
  await device.push(device.batch(device.chain.length))
  return { caseNo, entity }
}
const lastFour = '0017'
const acts = async (act: string) => {
  const rows = await at.center.db
    .selectFrom('open_act')
    .select(['outcome', 'subject'])
    .where('act', '=', act)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows
}

describe('tokens', () => {
  it('[OPN-1] open the centers they were made for, until their end, and only what they were made for', async () => {
    const db = at.center.db
    const ended = await aToken(db, { validForMs: -1 })
    const elsewhere = await aToken(db, { where: other })
    const wrong = [
      '',
      'x',
      `${token}A`,
      `${token.slice(0, -4)}AAAA`,
      'A'.repeat(5000),
      device.identity.token,
      ended,
      elsewhere,
    ]
    for (const one of wrong) {
      expect(await hall(one)('GET', 'published')).toMatchObject({ status: 401, code: 'TOKEN_INVALID' })
    }
    for (const center of ['990199', 'nowhere', '../990123', other])
      expect((await hall(token, encodeURIComponent(center))('GET', 'published')).status).toBe(401)
    const region = await aToken(db, { where: '9901', scopes: ['registers:read'] })
    for (const center of [testCenter, other]) expect((await hall(region, center)('GET', 'published')).status).toBe(200)
    expect(await hall(region)('GET', 'progress/changes')).toMatchObject({ status: 403, code: 'SCOPE_MISSING' })
    expect(await hall(region)('POST', 'applications', anApplication())).toMatchObject({ status: 403 })
    expect(await db.selectFrom('pre_application').select('key').execute()).toEqual([])
  })

  it('[OPN-1] are kept as hashes alone, and are no key to what devices ask', async () => {
    const rows = await sql<{ row: string }>`select t::text as row from open_token t`.execute(at.center.db)
    expect(rows.rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
    const response = await fetch(`${at.server.url}/sync/v1/pull?center=${testCenter}&after=0&limit=1`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(response.status).toBe(401)
  })

  it('[OPN-2] are ended by an administrator and by a restore, and both are written down', async () => {
    const db = at.center.db
    const directory = openDirectory(db)
    const issued = await issueOpenToken(directory, {
      where: '9901',
      system: '省平台',
      scopes: ['registers:read'],
      perMinute: 10,
      validForMs: 60_000,
      account: 'zhaomin',
    })
    if (!issued.ok) throw new Error(issued.error.code)
    expect(issued.value.centers).toEqual([testCenter, other])
    const { id } = issued.value
    const revoke = (where: string) => revokeOpenToken(directory, { where, id, account: 'zhaomin' })
    expect(await revoke(other)).toEqual({ ok: true, value: [other] })
    expect((await hall(issued.value.token, other)('GET', 'published')).status).toBe(401)
    expect((await hall(issued.value.token)('GET', 'published')).status).toBe(200)
    expect(await revoke('99')).toEqual({ ok: true, value: [testCenter] })
    expect((await hall(issued.value.token)('GET', 'published')).status).toBe(401)
    expect(await revoke('99')).toMatchObject({ ok: false, error: { code: 'token_unknown' } })
    const kept = await db
      .selectFrom('admin_act')
      .select(['center', 'act', 'account'])
      .where('account', '=', 'zhaomin')
      .orderBy('at')
      .orderBy('center')
      .execute()
    expect(kept.map(({ center, act }) => `${center} ${act}`).toSorted()).toEqual([
      `${testCenter} token issue`,
      `${testCenter} token revoke`,
      `${other} token issue`,
      `${other} token revoke`,
    ])
    expect(await listOpenTokens(directory, testCenter)).toMatchObject({
      value: expect.arrayContaining([expect.objectContaining({ id, system: '省平台', answers: 1 })]),
    })

    expect((await hall()('GET', 'published')).status).toBe(200)
    await markRestored(db, Date.now())
    expect((await hall()('GET', 'published')).status).toBe(401)
    token = await aToken(db)
    // The device comes back as after any restore.
    device = await at.enrolled()
  })

  it('[OPN-3] are let ask so often a minute, by all servers together, and then told when to come again', async () => {
    const db = at.center.db
    const limited = { center: testCenter, token: '0199f000-0000-7000-8000-000000000009', perMinute: 3 }
    const minute = 1_800_000_000_000
    const many = await Promise.all(Array.from({ length: 8 }, () => countUse(db, limited, minute + 15_000)))
    expect(many.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 45_000, 45_000, 45_000, 45_000, 45_000])
    expect(await countUse(db, limited, minute + 60_000)).toBe(0)

    const slow = await aToken(db, { perMinute: 1 })
    // Whatever minute it is, three requests cannot each be the first of one.
    const answers = [await hall(slow)('GET', 'published'), await hall(slow)('GET', 'published')]
    answers.push(await hall(slow)('GET', 'published'))
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.code).toBe('RATE_EXCEEDED')
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
  })
})

describe('a question', () => {
  const post = async (body: Uint8Array, headers: Record<string, string>, given = token) => {
    const response = await fetch(`${at.server.url}/open/v1/centers/${testCenter}/applications`, {
      method: 'POST',
      headers: { authorization: `Bearer ${given}`, 'content-type': 'application/json', ...headers },
      body,
    })
    const { code }: { code?: string } = JSON.parse(await response.text())
    return `${response.status} ${code}`
  }

  it('[OPN-1] is not read without a token, and is read no further than its cap with one', async () => {
    const packed = { 'content-encoding': 'gzip' }
    expect(await post(gzipSync(Buffer.alloc(50_000_000, 0x20)), packed)).toBe('413 TOO_LARGE')
    expect(await post(Buffer.alloc(70_000, 0x20), {})).toBe('413 TOO_LARGE')
    expect(await post(Buffer.from('['.repeat(60_000)), {})).toBe('400 BODY_TOO_DEEP')
    expect(await post(gzipSync('{"a":1}').subarray(0, 12), packed)).toBe('400 BODY_BROKEN')
    expect(await post(Buffer.from('{'), {})).toBe('400 BODY_NOT_JSON')
    expect(await post(Buffer.from('a=1'), { 'content-type': 'text/plain' })).toBe('415 UNSUPPORTED_MEDIA_TYPE')
    expect(await post(Buffer.from('['.repeat(60_000)), {}, 'x')).toBe('401 TOKEN_INVALID')
  })

  it('[OPN-8] of a center that moves is told to come again, for what is told could not be written down', async () => {
    const { db } = at.center
    await sql`update center set moving = true where center = ${testCenter}`.execute(db)
    try {
      const answer = await hall()('GET', 'published')
      expect(answer).toMatchObject({ status: 503, code: 'MOVING' })
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    } finally {
      await sql`update center set moving = false where center = ${testCenter}`.execute(db)
    }
    expect((await hall()('GET', 'published')).status).toBe(200)
  })
})

describe('progress of a matter', () => {
  it('[OPN-4] is told for its number and the right proof, however they are typed', async () => {
    const { caseNo } = await takenIn()
    const expected = {
      kind: 'service',
      step: 'in_hand',
      receivedOn: '2026-09-28',
      dueOn: expect.any(String),
      endedOn: null,
    }
    const typed = ` ${caseNo.toLowerCase()} `.replace('9', '９')
    for (const one of [caseNo, typed]) {
      const answer = await hall()('POST', 'progress/query', { caseNo: one, lastFour })
      expect(answer).toMatchObject({ status: 200, body: expected })
      expect(Object.keys(answer.body ?? {}).toSorted()).toEqual(Object.keys(expected).toSorted())
    }
  })

  it('[OPN-4] gets one answer for whatever is wrong: a proof, a number of another center, of nobody, no number at all', async () => {
    const { caseNo } = await takenIn()
    const wrong = [
      { caseNo, lastFour: '0018' },
      { caseNo: caseNo.replace(testCenter, other), lastFour },
      { caseNo: `${testCenter}-20260928-W77-0001`, lastFour },
      { caseNo: "' or 1=1 --", lastFour },
      { caseNo: '无', lastFour: '无' },
    ]
    const answers = []
    for (const one of wrong) {
      const { status, body, headers } = await hall()('POST', 'progress/query', one)
      answers.push({ status, body, names: [...headers.keys()].toSorted(), length: headers.get('content-length') })
    }
    expect(answers[0]).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  it('[OPN-5] is not to be had by trying: after five wrong proofs of a number it waits, there or not', async () => {
    const { caseNo } = await takenIn()
    const ghost = `${testCenter}-20260928-W77-0002`
    const seen = []
    for (const one of [caseNo, ghost]) {
      const codes = []
      for (let n = 0; n < mostTries; n++)
        codes.push((await hall()('POST', 'progress/query', { caseNo: one, lastFour: `100${n}` })).code)
      const next = await hall()('POST', 'progress/query', { caseNo: one, lastFour })
      expect(Number(next.headers.get('retry-after'))).toBeGreaterThan(3600)
      seen.push([...codes, next.code])
    }
    expect(seen[0]).toEqual([...Array.from({ length: mostTries }, () => 'NOT_FOUND'), 'TOO_MANY_TRIES'])
    expect(seen[1]).toEqual(seen[0])
    // Another system stands before the same wait.
    const second = await aToken(at.center.db, { system: '另一系统' })
    expect(await hall(second)('POST', 'progress/query', { caseNo, lastFour })).toMatchObject({ code: 'TOO_MANY_TRIES' })
  })

  it('[OPN-8] is written down with what came of it, and without the number', async () => {
    const { caseNo } = await takenIn()
    await hall()('POST', 'progress/query', { caseNo, lastFour: '9999' })
    await hall()('POST', 'progress/query', { caseNo, lastFour })
    const [wrong, right] = (await acts('progress.query')).slice(-2)
    expect([wrong?.outcome, right?.outcome]).toEqual(['NOT_FOUND', 'ok'])
    expect(wrong?.subject).toBe(right?.subject)
    expect(JSON.stringify(await at.center.db.selectFrom('open_act').selectAll().execute())).not.toContain(caseNo)
  })
})

describe('changes of progress', () => {
  const changes = async (cursor?: string) => {
    const { body } = await hall()('GET', `progress/changes${cursor === undefined ? '' : `?cursor=${cursor}`}`)
    return body as { rows: { id: string; step: string; own: unknown }[]; next: string; more: boolean }
  }
  const toTheEnd = async () => {
    let page = await changes()
    while (page.more) page = await changes(page.next)
    return page.next
  }

  it('[OPN-6] tell each matter once after a cursor, and nothing of whose it is', async () => {
    const start = await toTheEnd()
    expect((await changes(start)).rows).toEqual([])
    const { entity } = await takenIn()
    const first = await changes(start)
    expect(first.rows).toMatchObject([{ step: 'in_hand', own: null }])
    expect(JSON.stringify(first)).not.toMatch(/周文静|990000|1380000|W1\d/)
    device.add({ entity, kind: 'case.note', base: 1, data: { on: '2026-09-28', text: '已告知' } })
    await device.push(device.batch(device.chain.length))
    expect((await changes(first.next)).rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id))
  })

  it('[OPN-6] begin anew after a restore, and for a cursor that is not ours', async () => {
    const start = await toTheEnd()
    for (const bad of ['AAAA', start.slice(2), `${start.slice(0, -4)}AAAA`])
      expect(await hall()('GET', `progress/changes?cursor=${bad}`)).toMatchObject({ status: 410, code: 'CURSOR_GONE' })
    expect((await hall()('GET', 'progress/changes?cursor=%22')).status).toBe(400)
    await markRestored(at.center.db, Date.now(), true)
    token = await aToken(at.center.db)
    expect(await hall()('GET', `progress/changes?cursor=${start}`)).toMatchObject({ code: 'CURSOR_GONE' })
    device = await at.enrolled()
  })
})

describe('the description', () => {
  it('[OPN-13] is OpenAPI 3.1 and names every route with its scope and its refusals', async () => {
    const response = await fetch(`${at.server.url}/open/v1/openapi.json`)
    const description = JSON.parse(await response.text()) as {
      openapi: string
      paths: Record<string, Record<string, { tags: string[]; responses: Record<string, unknown> }>>
    }
    expect(description.openapi).toMatch(/^3\.1\./)
    const told = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { tags, responses }]) => [
        `${method.toUpperCase()} ${path.replace('/open/v1/centers/{center}/', '')}`,
        tags,
        ['200', '401', '403', '404', '409', '410', '413', '422', '429', '503'].filter((one) => !(one in responses)),
      ]),
    )
    expect(told).toEqual([
      ['POST progress/query', ['progress:read'], []],
      ['GET progress/changes', ['progress:read'], []],
      ['GET published', ['registers:read'], []],
      ['POST applications', ['applications:write'], []],
      ['GET applications/{preNo}', ['applications:write'], []],
    ])
  })
})
