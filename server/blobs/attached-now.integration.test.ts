import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { blobsPath } from '../../contract/blobs.ts'
import { aServiceIntake, anApplicant } from '../../domain/case/_testing.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import { type TemporaryFolder, temporaryFolder } from '../_testing/temporary-folder.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { enrolTestDevice, startTestServer, testCenter } from '../_testing/test-server.ts'
import { useTestCenter } from '../_testing/use-test-server.ts'
import { setDeviceScope } from '../admin/set-device-scope.ts'
import type { RunningServer } from '../serve.ts'

const place = useTestCenter()
let folder: TemporaryFolder
let server: RunningServer
beforeAll(async () => {
  folder = temporaryFolder()
  const blobs = { dir: join(folder.path, 'files'), keyFile: join(folder.path, 'blob.key') }
  server = await startTestServer(place.database.url, { blobs })
})
afterAll(async () => {
  await server.stop()
  folder.remove()
})

const enrolled = () => enrolTestDevice(place.center, server.url)
const as = (device: TestDevice) => ({ authorization: `Bearer ${device.identity.token}`, 'tus-resumable': '1.0.0' })
const base64 = (text: string) => Buffer.from(text).toString('base64')
const upload = (device: TestDevice, id: string, size: number) =>
  fetch(`${server.url}${blobsPath}`, {
    method: 'POST',
    headers: {
      ...as(device),
      'upload-length': String(size),
      'upload-metadata': `sha256 ${base64(id)},type ${base64('pdf')}`,
    },
  })
const send = async (device: TestDevice): Promise<{ readonly id: string; readonly size: number }> => {
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(5_000)])
  const id = createHash('sha256').update(bytes).digest('hex')
  expect((await upload(device, id, bytes.length)).status).toBe(201)
  const patched = await fetch(`${server.url}${blobsPath}/${id}`, {
    method: 'PATCH',
    headers: { ...as(device), 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  })
  expect(patched.status).toBe(204)
  return { id, size: bytes.length }
}
const on = '2026-09-28'
const attach = (device: TestDevice, entity: string, { id, size }: { readonly id: string; readonly size: number }) =>
  device.add({
    entity,
    kind: 'case.attach',
    base: 1,
    data: { blob: id, size, type: 'pdf', name: '材料.pdf', role: 'material', on },
  })
const status = async (device: TestDevice, id: string, caseId: string) =>
  (
    await fetch(`${server.url}${blobsPath}/${id}?case=${caseId}`, {
      headers: { authorization: `Bearer ${device.identity.token}` },
    })
  ).status
const give = async ({ identity: { deviceNo } }: TestDevice, scope: Scope) => {
  const given = await setDeviceScope(place.center.db, { center: testCenter, deviceNo, scope, account: 'test' })
  expect(given.ok).toBe(true)
}

it('[ATT-16] is given through a matter the device sees, and to no device that is given anything masked', async () => {
  const [one, two] = [await enrolled(), await enrolled()]
  const file = await send(one)
  const village = '石桥村'
  const opened = one.add({
    data: {
      caseNo: one.nextCaseNo(),
      on,
      intake: { ...aServiceIntake({ applicant: anApplicant({ idNumber: null, idException: '遗失', village }) }) },
    },
  })
  attach(one, opened.entity, file)
  const own = two.add()
  attach(two, own.entity, file)
  await one.push()
  await two.push()
  const seen = async () => [await status(two, file.id, opened.entity), await status(two, file.id, own.entity)]
  expect(await seen()).toEqual([206, 206])
  await give(two, { kind: 'window', closedDays: 30 })
  expect(await seen()).toEqual([206, 206])
  // The agent's device has the matter, with its numbers masked; the paper would show them. Its own too: who masks, masks all papers.
  await give(two, { kind: 'villages', villages: [village], closedDays: 30 })
  expect((await two.pull(0)).ops.some(({ canon }) => canon.includes(opened.entity))).toBe(true)
  expect(await seen()).toEqual([404, 404])
  await give(two, { kind: 'kiosk' })
  expect(await seen()).toEqual([404, 404])
  // Nor does a terminal bring any, or ask whether one is there.
  expect((await upload(two, file.id, file.size)).status).toBe(403)
  await give(two, { kind: 'center' })
  expect(await seen()).toEqual([206, 206])
})

it('[ATT-17] taking it off takes the right away, and attaching it again gives it back', async () => {
  const [one, two] = [await enrolled(), await enrolled()]
  const file = await send(one)
  const { entity } = one.add()
  attach(one, entity, file)
  await one.push()
  expect(await status(two, file.id, entity)).toBe(206)
  one.add({ entity, kind: 'case.detach', base: 1, data: { on, blob: file.id, reason: '放错了' } })
  await one.push(one.batch(3))
  expect(await status(two, file.id, entity)).toBe(404)
  const other = one.add()
  attach(one, other.entity, file)
  await one.push(one.batch(4))
  expect([await status(two, file.id, entity), await status(two, file.id, other.entity)]).toEqual([404, 206])
  attach(one, entity, file)
  await one.push(one.batch(6))
  expect(await status(two, file.id, entity)).toBe(206)
})

it('[ATT-16] files of a matter that became an alias follow to where the work goes on', async () => {
  const [one, two] = [await enrolled(), await enrolled()]
  const file = await send(one)
  const applicant = anApplicant({ idNumber: '990000199001010017' })
  const preNo = 'ZX-2026-0017'
  const open = (device: TestDevice) =>
    device.add({
      data: { caseNo: device.nextCaseNo(), on, intake: { ...aServiceIntake({ applicant }), preNo } },
    })
  const first = open(one)
  await one.push()
  const second = open(two)
  attach(two, second.entity, file)
  await two.push()
  const { rows } = await aliasesOf(first.entity)
  expect(rows).toContain(second.entity)
  expect([await status(one, file.id, first.entity), await status(one, file.id, second.entity)]).toEqual([206, 206])
  const stranger = one.add()
  await one.push(one.batch(2))
  expect(await status(one, file.id, stranger.entity)).toBe(404)
})

const aliasesOf = async (id: string): Promise<{ readonly rows: readonly string[] }> => {
  const found = await place.center.db
    .selectFrom('case_state')
    .select('state')
    .where('center', '=', testCenter)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { rows: (found.state.merged ?? []).map(({ aliasId }) => aliasId) }
}
