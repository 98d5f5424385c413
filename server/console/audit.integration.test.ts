import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import type { AuditLine } from '../../contract/console-audit.ts'
import { setCenter } from '../admin/set-center.ts'
import { setStaff } from '../admin/set-staff.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { type Browser, openBrowser } from './_testing.ts'

const at = useTestServer()
const other = '990124'
const password = 'an administrator’s password'
let browser: Browser
let neighbour: Browser
let device: TestDevice

const enter = async (center: string, login: string): Promise<Browser> => {
  const who = { login, name: '孙立新', role: 'administrator', organ: null } as const
  expect((await setStaff(at.center.db, center, who, password)).ok).toBe(true)
  const entered = openBrowser(at.server.url)
  await entered.ask('POST', 'session', { center, login, password })
  return entered
}

beforeAll(async () => {
  const data = { address: null, phone: null, supervisePhone: null, progressUrl: null }
  await setCenter(at.center.db, { ...data, code: other, name: '邻县政务服务中心' })
  browser = await enter(testCenter, 'sunlixin')
  neighbour = await enter(other, 'linxian')
  device = await at.enrolled()
  for (let n = 0; n < 230; n += 1) device.add()
  for (let from = 1; from <= 230; from += 115) await device.push(device.batch(from, from + 114))
})

const page = async (before = '', caseNo = '', who = browser) => {
  const { status, body } = await who.ask('GET', `history?before=${before}&caseNo=${encodeURIComponent(caseNo)}`)
  expect(status).toBe(200)
  return body as { readonly lines: readonly AuditLine[]; readonly next: number | null }
}
/** What a proof says, event by event. */
const proof = async (who = browser): Promise<readonly { readonly kind: string; readonly value?: unknown }[]> => {
  const response = await fetch(`${at.server.url}/console/v1/history/verify`, {
    method: 'POST',
    headers: { 'x-yichuang-console': '1', cookie: who.cookie ?? '' },
  })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream'])
  return (await response.text())
    .split('\n')
    .flatMap((line) => (line.startsWith('data: {') ? [JSON.parse(line.slice('data: '.length))] : []))
}

describe('the history at the console', () => {
  it('[CSL-9] is read newest first, page by page and without a gap: who, at which device, what, on which case', async () => {
    const lines: AuditLine[] = []
    for (let next: number | null | '' = ''; next !== null;) {
      const part = await page(String(next))
      lines.push(...part.lines)
      next = part.next
    }
    expect(lines.map(({ cseq }) => cseq)).toEqual(lines.map((_, n) => lines.length - n))
    const [newest] = lines
    expect(newest).toMatchObject({
      kind: 'service.accept',
      deviceNo: device.identity.deviceNo,
      person: { name: '林晓梅', login: 'linxiaomei' },
      verdict: 'applied',
    })
    expect(newest?.caseNo).toMatch(/^990123-\d{8}-W\d+-\d{4}$/)
    expect(lines.at(-1)).toMatchObject({ kind: 'center.set', deviceNo: 'S01', person: null, caseNo: null })
    // Nothing of what an act says is told.
    expect(JSON.stringify(lines)).not.toMatch(/applicant|data|99000019/)
  })

  it('[CSL-9] of one case is told by its number, of a number that nobody has nothing', async () => {
    const { lines } = await page()
    const caseNo = lines[3]?.caseNo ?? ''
    expect((await page('', caseNo)).lines.map((line) => line.caseNo)).toEqual([caseNo])
    for (const none of ['990123-20260101-W99-0001', "' or 1=1 --", '%'])
      expect(await page('', none)).toEqual({ lines: [], next: null })
    expect((await browser.ask('GET', 'history?before=-1&caseNo=')).status).toBe(400)
  })

  it('[CSL-3] [CSL-9] of another center says nothing of this one', async () => {
    const { lines } = await page('', '', neighbour)
    expect(lines.every(({ caseNo }) => caseNo === null)).toBe(true)
    const mine = (await page()).lines[0]?.caseNo ?? ''
    expect((await page('', mine, neighbour)).lines).toEqual([])
  })

  it('[CSL-10] is proved from its first act to its last, with how far it is', async () => {
    const said = await proof()
    const { lines } = await page()
    expect(said[0]).toMatchObject({ kind: 'progress', total: lines[0]?.cseq })
    expect(said.at(-1)).toMatchObject({
      kind: 'done',
      value: { ok: true, operations: lines[0]?.cseq, states: 230, head: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
  })

  it('[CSL-10] that somebody changed in the database is said to be broken, and where', async () => {
    const { lines } = await page()
    const cseq = lines[5]?.cseq ?? 0
    await sql`update op_log set verdict = 'rejected' where center = ${testCenter} and cseq = ${cseq}`.execute(
      at.center.db,
    )
    expect((await proof()).at(-1)).toEqual({ kind: 'done', value: { ok: false, code: 'head_differs', cseq } })
    await sql`update op_log set verdict = 'applied' where center = ${testCenter} and cseq = ${cseq}`.execute(
      at.center.db,
    )
    expect((await proof(neighbour)).at(-1)).toMatchObject({ kind: 'done', value: { ok: true } })
  })

  it('[CSL-10] ends when nobody listens any more, and the next may begin', async () => {
    const stop = new AbortController()
    const response = await fetch(`${at.server.url}/console/v1/history/verify`, {
      method: 'POST',
      headers: { 'x-yichuang-console': '1', cookie: browser.cookie ?? '' },
      signal: stop.signal,
    })
    await response.body?.getReader().read()
    stop.abort()
    await expect.poll(async () => (await proof()).at(-1), { timeout: 20_000 }).toMatchObject({ value: { ok: true } })
  })
})
