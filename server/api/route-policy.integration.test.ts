import { beforeAll, describe, expect, it } from 'vitest'
import { blobsPath } from '../../contract/blobs.ts'
import { aServiceIntake, anApplicant, anItem } from '../../domain/case/_testing.ts'
import { type Scope, centerScope } from '../../domain/scope/scope.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { publishItems } from '../admin/publish-items.ts'
import { setDeviceScope } from '../admin/set-device-scope.ts'
import { aToken, anApplication, askOpen } from '../open/_testing.ts'
import { expectPolicy, type RouteName, routePolicies } from './route-policy.ts'

const at = useTestServer()
const center = testCenter
const blob = 'a'.repeat(64)

/** Known to the test alone: none of it may come out by any way but to whom the table says. */
const secrets = {
  name: '慕容惜文',
  idNumber: '99000019800101016X',
  phone: '13700005521',
  address: '青岚县柳湾镇石桥村 9 号',
}
const village = '柳湾镇石桥村'

let token: string
beforeAll(async () => {
  token = await aToken(at.center.db)
  await publishItems(at.center.db, center, [anItem()])
  const waiting = anApplication({ preNo: 'A1', applicant: { ...anApplication().applicant, ...secrets } })
  expect((await askOpen(at.server.url, token)('POST', 'applications', waiting)).status).toBe(200)
})

type Probe = (device: TestDevice, caseId: string) => Promise<string>
const asked = async (device: TestDevice, method: 'GET' | 'POST', path: string, body?: unknown): Promise<string> => {
  const { body: said, headers } = await device.request(method, path, body)
  return JSON.stringify([said, [...headers]])
}
const plain = async (device: TestDevice, method: string, path: string, over: object = {}): Promise<string> => {
  const stop = new AbortController()
  const response = await fetch(`${at.server.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${device.identity.token}`, 'tus-resumable': '1.0.0', ...over },
    signal: stop.signal,
  })
  const head = JSON.stringify([...response.headers])
  if (response.headers.get('content-type')?.startsWith('text/event-stream') !== true)
    return head + (await response.text())
  const reader = response.body?.getReader()
  const first = await reader?.read()
  stop.abort()
  return head + Buffer.from(first?.value ?? []).toString('utf8')
}
/** With a token of every scope. */
const asSystem = async (method: string, path: string, body?: unknown): Promise<string> => {
  const response = await fetch(`${at.server.url}/open/v1/centers/${center}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return JSON.stringify([...response.headers]) + (await response.text())
}
const batchOf = (device: TestDevice) => {
  device.add()
  return device.batch(device.chain.length)
}

/** How each way out is asked; one that is not here does not compile. */
const probes: Readonly<Record<RouteName, Probe>> = {
  'GET /health/live': (device) => asked(device, 'GET', '/health/live'),
  'GET /health/ready': (device) => asked(device, 'GET', '/health/ready'),
  'GET /openapi.json': (device) => asked(device, 'GET', '/openapi.json'),
  'POST /sync/v1/enrol': (device) =>
    asked(device, 'POST', '/sync/v1/enrol', {
      proto: 1,
      code: 'AAAA-AAAA-AAAA',
      publicKey: device.publicKey,
      inc: device.identity.inc,
    }),
  'POST /sync/v1/challenge': (device) => asked(device, 'POST', '/sync/v1/challenge'),
  'POST /sync/v1/hello': async (device) => JSON.stringify((await device.hello()).body),
  'POST /sync/v1/push': (device) => asked(device, 'POST', '/sync/v1/push', batchOf(device)),
  'POST /sync/v1/quarantine': (device) => asked(device, 'POST', '/sync/v1/quarantine', batchOf(device)),
  'POST /sync/v1/recover': (device) =>
    asked(device, 'POST', '/sync/v1/recover', { ...batchOf(device), base: null, publicKey: device.publicKey }),
  'POST /sync/v1/lease': (device) =>
    asked(device, 'POST', '/sync/v1/lease', {
      center,
      inc: device.identity.inc,
      series: '公复',
      year: 2026,
      known: null,
    }),
  'GET /sync/v1/heads': (device) => asked(device, 'GET', `/sync/v1/heads?center=${center}&at=1,2,3`),
  'GET /sync/v1/certificates': (device) =>
    asked(device, 'GET', `/sync/v1/certificates?center=${center}&devices=${device.identity.device}`),
  'GET /sync/v1/news': (device) => plain(device, 'GET', '/sync/v1/news'),
  'GET /sync/v1/pull': (device) => asked(device, 'GET', `/sync/v1/pull?center=${center}&after=0&limit=500`),
  'GET /sync/v1/snapshot': (device) => asked(device, 'GET', `/sync/v1/snapshot?center=${center}&at=0&part=`),
  'GET /sync/v1/progress': (device) => asked(device, 'GET', `/sync/v1/progress?center=${center}&after=0`),
  'GET /sync/v1/published': (device) => asked(device, 'GET', `/sync/v1/published?center=${center}&after=0`),
  'GET /sync/v1/applications': (device) => asked(device, 'GET', `/sync/v1/applications?center=${center}&after=0`),
  'GET /sync/v1/figures': (device) => asked(device, 'GET', `/sync/v1/figures?center=${center}`),
  'GET /console': (device) => plain(device, 'GET', '/console'),
  'GET /console/*': (device) => plain(device, 'GET', '/console/'),
  'HEAD /console/*': (device) => plain(device, 'HEAD', '/console/'),
  'POST /console/v1/session': (device) => asked(device, 'POST', '/console/v1/session', {}),
  'GET /console/v1/session': (device) => asked(device, 'GET', '/console/v1/session'),
  'DELETE /console/v1/session': (device) => plain(device, 'DELETE', '/console/v1/session'),
  'GET /console/v1/overview': (device) => asked(device, 'GET', '/console/v1/overview'),
  'POST /console/v1/enrol-codes': (device) => asked(device, 'POST', '/console/v1/enrol-codes', {}),
  'POST /console/v1/devices/revoke': (device) => asked(device, 'POST', '/console/v1/devices/revoke', {}),
  'GET /console/v1/windows': (device) => asked(device, 'GET', '/console/v1/windows'),
  'POST /console/v1/windows': (device) => asked(device, 'POST', '/console/v1/windows', {}),
  'GET /console/v1/staff': (device) => asked(device, 'GET', '/console/v1/staff'),
  'POST /console/v1/staff': (device) => asked(device, 'POST', '/console/v1/staff', {}),
  'POST /console/v1/staff/close': (device) => asked(device, 'POST', '/console/v1/staff/close', {}),
  'GET /console/v1/calendars': (device) => asked(device, 'GET', '/console/v1/calendars'),
  'POST /console/v1/calendars': (device) => asked(device, 'POST', '/console/v1/calendars', {}),
  'POST /console/v1/calendars/check': (device) => asked(device, 'POST', '/console/v1/calendars/check', {}),
  'POST /console/v1/calendars/moved': (device) => asked(device, 'POST', '/console/v1/calendars/moved', {}),
  'POST /console/v1/calendars/withdraw': (device) => asked(device, 'POST', '/console/v1/calendars/withdraw', {}),
  'GET /console/v1/items': (device) => asked(device, 'GET', '/console/v1/items?text=&from=0'),
  'GET /console/v1/item': (device) => asked(device, 'GET', '/console/v1/item?id=T0001'),
  'POST /console/v1/items': (device) => asked(device, 'POST', '/console/v1/items', {}),
  'POST /console/v1/items/withdraw': (device) => asked(device, 'POST', '/console/v1/items/withdraw', {}),
  'GET /console/v1/waiting': (device) => asked(device, 'GET', '/console/v1/waiting'),
  'POST /console/v1/waiting/intake': (device) => asked(device, 'POST', '/console/v1/waiting/intake', {}),
  'POST /console/v1/waiting/copy': (device) => asked(device, 'POST', '/console/v1/waiting/copy', {}),
  'GET /console/v1/history': (device) => asked(device, 'GET', '/console/v1/history?before=&caseNo='),
  'POST /console/v1/history/verify': (device) => asked(device, 'POST', '/console/v1/history/verify', {}),
  'GET /console/v1/acts': (device) => asked(device, 'GET', '/console/v1/acts'),
  'GET /open/v1/openapi.json': (device) => asked(device, 'GET', '/open/v1/openapi.json'),
  'POST /open/v1/centers/:center/progress/query': async (_device, caseId) => {
    const { case_no: caseNo } = await at.center.db
      .selectFrom('case_state')
      .select('case_no')
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow()
    return asSystem('POST', '/progress/query', { caseNo, lastFour: secrets.idNumber.slice(-4) })
  },
  'GET /open/v1/centers/:center/progress/changes': () => asSystem('GET', '/progress/changes'),
  'GET /open/v1/centers/:center/published': () => asSystem('GET', '/published'),
  // Refused, for there is no such item: a refusal repeats nothing of what was said.
  'POST /open/v1/centers/:center/applications': () =>
    asSystem('POST', '/applications', {
      preNo: 'A2',
      itemId: 'none',
      applicant: { kind: 'person', idType: 'resident_id', contactName: null, ...secrets },
      submittedOn: '2026-09-28',
      remark: null,
    }),
  'GET /open/v1/centers/:center/applications/:preNo': () => asSystem('GET', '/applications/A1'),
  'POST /sync/v1/blobs': (device) =>
    plain(device, 'POST', blobsPath, { 'upload-length': '9', 'upload-metadata': 'sha256 YQ==' }),
  'HEAD /sync/v1/blobs/:id': (device) => plain(device, 'HEAD', `${blobsPath}/${blob}`),
  'PATCH /sync/v1/blobs/:id': (device) => plain(device, 'PATCH', `${blobsPath}/${blob}`, { 'upload-offset': '0' }),
  'GET /sync/v1/blobs/:id': (device, caseId) => plain(device, 'GET', `${blobsPath}/${blob}?case=${caseId}`),
}
const routes = Object.keys(probes) as RouteName[]

/** Which of the secrets an answer holds. */
const heard = (answer: string): readonly string[] =>
  Object.entries(secrets).flatMap(([what, secret]) => (answer.includes(secret) ? [what] : []))

const withMatter = async () => {
  const [writer, reader] = [await at.enrolled(), await at.enrolled()]
  const { entity } = writer.add({
    data: {
      caseNo: writer.nextCaseNo(),
      on: '2026-09-28',
      intake: {
        ...aServiceIntake({ applicant: anApplicant({ ...secrets, village }) }),
        remark: `身份证 ${secrets.idNumber}`,
      },
    },
  })
  await writer.push()
  return { reader, caseId: entity }
}
const hearing = async (scope: Scope) => {
  const { reader, caseId } = await withMatter()
  const { deviceNo } = reader.identity
  await setDeviceScope(at.center.db, { center, deviceNo, scope, account: 'test' })
  const found: [RouteName, readonly string[]][] = []
  for (const route of routes) {
    const what = heard(await probes[route](reader, caseId))
    if (what.length > 0) found.push([route, what])
  }
  return found
}

describe('ways out of the server', () => {
  it('[SYN-92] one that nobody has decided about keeps the server from starting', () => {
    expect(() => expectPolicy('GET', '/sync/v1/pull')).not.toThrow()
    expect(() => expectPolicy(['GET', 'HEAD'], '/sync/v1/pull')).toThrow('HEAD /sync/v1/pull')
    expect(() => expectPolicy('GET', '/sync/v1/everything')).toThrow('no scope policy')
    expect(routes.toSorted()).toEqual(Object.keys(routePolicies).toSorted())
  })

  it('[SYN-92] tell of people only where the table says that the scope is asked', async () => {
    const all = await hearing(centerScope)
    expect(all.map(([route]) => route)).toEqual([
      'GET /sync/v1/pull',
      'GET /sync/v1/snapshot',
      'GET /sync/v1/applications',
    ])
    for (const [route, what] of all) expect([routePolicies[route], what]).toEqual(['scoped', Object.keys(secrets)])
  })

  it('[SYN-57] [SYN-92] tell an agent no number of an identity card, of another village nothing, and a terminal nothing at all', async () => {
    const own = await hearing({ kind: 'villages', villages: [village], closedDays: 30 })
    expect(own).toEqual([
      ['GET /sync/v1/pull', ['name', 'phone', 'address']],
      ['GET /sync/v1/snapshot', ['name', 'phone', 'address']],
    ])
    expect(await hearing({ kind: 'villages', villages: ['没有的村'], closedDays: 30 })).toEqual([])
    expect(await hearing({ kind: 'kiosk' })).toEqual([])
  })
})
