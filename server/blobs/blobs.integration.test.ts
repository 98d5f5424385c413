import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { blobStretch, blobsPath } from '../../contract/blobs.ts'
import { attachmentLimit } from '../../domain/attachment/attachment.ts'
import { type TemporaryFolder, temporaryFolder } from '../_testing/temporary-folder.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { type LogLine, enrolTestDevice, startTestServer, testCenter } from '../_testing/test-server.ts'
import { useTestCenter } from '../_testing/use-test-server.ts'
import { revokeDevice } from '../admin/revoke-device.ts'
import type { RunningServer } from '../serve.ts'
import { openBlobFolder } from './blob-folder.ts'
import { leaseLocker, leaseMs } from './lease-locker.ts'

const place = useTestCenter()
let folder: TemporaryFolder
let first: RunningServer
let second: RunningServer
const log: LogLine[] = []

beforeEach(async () => {
  folder = temporaryFolder()
  const blobs = { dir: join(folder.path, 'files'), keyFile: join(folder.path, 'blob.key') }
  first = await startTestServer(place.database.url, { blobs }, log)
  second = await startTestServer(place.database.url, { blobs }, log)
})
afterEach(async () => {
  await Promise.all([first.stop(), second.stop()])
  await place.center.db.deleteFrom('blob').execute()
  await place.center.db.deleteFrom('blob_lease').execute()
  folder.remove()
})

const aPdf = (size = 200_000): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)])
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const base64 = (text: string) => Buffer.from(text).toString('base64')
const tus = { 'tus-resumable': '1.0.0' }

const as = (device: TestDevice) => ({ authorization: `Bearer ${device.identity.token}`, ...tus })

const create = (device: TestDevice, id: string, size: number, type = 'pdf', at = first.url) =>
  fetch(`${at}${blobsPath}`, {
    method: 'POST',
    headers: {
      ...as(device),
      'upload-length': String(size),
      'upload-metadata': `sha256 ${base64(id)},type ${base64(type)}`,
    },
  })
const head = (device: TestDevice, id: string, at = first.url) =>
  fetch(`${at}${blobsPath}/${id}`, { method: 'HEAD', headers: as(device) })
const patch = (device: TestDevice, id: string, offset: number, bytes: Buffer, at = first.url) =>
  fetch(`${at}${blobsPath}/${id}`, {
    method: 'PATCH',
    headers: { ...as(device), 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  })
/** A case of the device's, with these files. */
const caseWith = async (device: TestDevice, ...files: readonly { readonly id: string; readonly size: number }[]) => {
  const { entity: caseId } = device.add()
  for (const { id, size } of files) {
    const data = { blob: id, size, type: 'pdf', name: '材料.pdf', role: 'material', on: '2026-09-28' }
    device.add({ entity: caseId, kind: 'case.attach', base: 1, data })
  }
  await device.push()
  return caseId
}
const get = async (device: TestDevice, id: string, range?: string, at = first.url, caseId?: string) => {
  const through = caseId ?? (await caseWith(device, { id, size: 1 }))
  return fetch(`${at}${blobsPath}/${id}?case=${through}`, {
    headers: { authorization: `Bearer ${device.identity.token}`, ...(range === undefined ? {} : { range }) },
  })
}
const send = async (device: TestDevice, bytes: Buffer, type = 'pdf') => {
  const id = hashOf(bytes)
  expect((await create(device, id, bytes.length, type)).status).toBe(201)
  return { id, status: (await patch(device, id, 0, bytes)).status }
}
const enrolled = () => enrolTestDevice(place.center, first.url)

const filesIn = (dir: string): readonly string[] =>
  existsSync(dir)
    ? readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
    : []

describe('attached files on the server', () => {
  it('[ATT-3] come in stretches on any server, from the offset that the server tells, and are read by other devices', async () => {
    const [one, two] = [await enrolled(), await enrolled()]
    const bytes = aPdf(3 * blobStretch)
    const id = hashOf(bytes)
    expect((await head(one, id)).status).toBe(404)
    const made = await create(one, id, bytes.length)
    expect([made.status, made.headers.get('location')]).toEqual([201, `${blobsPath}/${id}`])
    expect((await patch(one, id, 0, bytes.subarray(0, 100_001))).status).toBe(204)
    expect((await get(two, id)).status).toBe(404)
    const told = await head(one, id, second.url)
    expect([told.headers.get('upload-offset'), told.headers.get('upload-length')]).toEqual([
      '100001',
      String(bytes.length),
    ])
    expect((await patch(one, id, 5, bytes.subarray(5), second.url)).status).toBe(409)
    expect((await patch(one, id, 100_001, bytes.subarray(100_001), second.url)).status).toBe(204)
    const pieces: Buffer[] = []
    for (let at = 0; at < bytes.length;) {
      const answer = await get(two, id, `bytes=${at}-`)
      expect(answer.status).toBe(206)
      const piece = Buffer.from(await answer.arrayBuffer())
      expect(piece.length).toBeLessThanOrEqual(blobStretch)
      pieces.push(piece)
      at += piece.length
    }
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true)
    const part = await get(two, id, 'bytes=99990-100009', second.url)
    expect(part.headers.get('content-range')).toBe(`bytes 99990-100009/${bytes.length}`)
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(99_990, 100_010))).toBe(true)
    for (const range of [`bytes=${bytes.length}-`, 'bytes=9-3', 'bytes=-5', 'items=0-1'])
      expect((await get(two, id, range)).status).toBe(416)
  })

  it('[ATT-3] keep what had arrived when the line breaks', async () => {
    const device = await enrolled()
    const bytes = aPdf(300_000)
    const id = hashOf(bytes)
    await create(device, id, bytes.length)
    const { hostname, port } = new URL(first.url)
    await new Promise<void>((resolve) => {
      const sending = request({
        hostname,
        port,
        path: `${blobsPath}/${id}`,
        method: 'PATCH',
        headers: {
          ...as(device),
          'upload-offset': '0',
          'content-type': 'application/offset+octet-stream',
          'content-length': String(bytes.length),
        },
      })
      sending.on('error', () => resolve())
      sending.write(bytes.subarray(0, 150_000), () => setTimeout(() => sending.destroy(), 300))
    })
    // Until the server has noticed that the line is cut, the file is being written.
    await expect.poll(async () => (await head(device, id)).status, { timeout: 60_000 }).toBe(200)
    const offset = Number((await head(device, id)).headers.get('upload-offset'))
    expect(offset).toBeGreaterThan(0)
    expect(offset).toBeLessThanOrEqual(150_000)
    expect((await patch(device, id, offset, bytes.subarray(offset))).status).toBe(204)
    expect((await get(device, id)).status).toBe(206)
  })

  it('[ATT-2] show nothing of their bytes on the disk, and differ from center to center', async () => {
    const device = await enrolled()
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from('110105199003076530 '.repeat(9000))])
    await send(device, bytes)
    const [file = ''] = filesIn(join(folder.path, 'files'))
    expect(readFileSync(file).includes('110105199003076530')).toBe(false)
    // Sealed for this center: in another's folder it opens for nobody.
    cpSync(join(folder.path, 'files', testCenter), join(folder.path, 'files', '990124'), { recursive: true })
    const opened = openBlobFolder({ dir: join(folder.path, 'files'), keyFile: join(folder.path, 'blob.key') })
    const hashIn = async (place: string) => {
      const found = await opened.openWhole({ center: place, id: hashOf(bytes) })
      const hash = await found?.hash()
      await found?.close()
      return hash
    }
    expect(await hashIn(testCenter)).toBe(hashOf(bytes))
    expect(await hashIn('990124')).toBeNull()
    expect(statSync(join(folder.path, 'blob.key')).mode & 0o077).toBe(0)
    rmSync(join(folder.path, 'blob.key'))
    await expect(
      openBlobFolder({ dir: join(folder.path, 'files'), keyFile: join(folder.path, 'blob.key') }).openWhole({
        center: testCenter,
        id: hashOf(bytes),
      }),
    ).rejects.toThrow('key')
  })

  it('[ATT-4] are whole only when they give their name, and are what they were said to be', async () => {
    const device = await enrolled()
    const bytes = aPdf()
    const wrong = hashOf(randomBytes(8))
    await create(device, wrong, bytes.length)
    expect((await patch(device, wrong, 0, bytes)).status).toBe(460)
    expect((await head(device, wrong)).status).toBe(404)
    const text = Buffer.from('#!/bin/sh\nrm -rf /\n')
    expect((await send(device, text)).status).toBe(415)
    expect((await send(device, aPdf(), 'png')).status).toBe(415)
    expect((await create(device, hashOf(bytes), bytes.length, 'exe')).status).toBe(415)
    expect((await create(device, hashOf(bytes), attachmentLimit + 1)).status).toBe(413)
    expect((await create(device, '../../etc/passwd', 5)).status).toBe(400)
    expect(filesIn(join(folder.path, 'files')).filter((name) => name.endsWith('.blob'))).toEqual([])
    await create(device, hashOf(bytes), 100)
    expect((await patch(device, hashOf(bytes), 0, bytes)).status).toBe(413)
    // Whoever told the size wrong keeps nobody from it.
    expect((await send(device, bytes)).status).toBe(204)
  })

  it('[ATT-5] are stored once in a center, however many send them at once, and the second has nothing to send', async () => {
    const [one, two] = [await enrolled(), await enrolled()]
    const bytes = aPdf()
    const id = hashOf(bytes)
    await Promise.all([create(one, id, bytes.length), create(two, id, bytes.length, 'pdf', second.url)])
    const statuses = await Promise.all([patch(one, id, 0, bytes), patch(two, id, 0, bytes, second.url)])
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([204, 409]))
    const told = await head(two, id)
    expect(told.headers.get('upload-offset')).toBe(String(bytes.length))
    expect(filesIn(join(folder.path, 'files'))).toHaveLength(1)
    expect((await create(two, id, bytes.length)).status).toBe(201)
    expect((await head(two, id)).headers.get('upload-offset')).toBe(String(bytes.length))
  })

  it('[ATT-3] that a crash cut short, or left whole and unproved, go on', async () => {
    const device = await enrolled()
    const bytes = aPdf()
    const id = hashOf(bytes)
    await create(device, id, bytes.length)
    await patch(device, id, 0, bytes.subarray(0, 70_000))
    const part = filesIn(join(folder.path, 'files')).find((name) => name.endsWith('.part')) ?? ''
    appendFileSync(part, randomBytes(900))
    expect((await head(device, id)).headers.get('upload-offset')).toBe('70000')
    truncateSync(part, statSync(part).size - 900 - 10)
    const cut = Number((await head(device, id)).headers.get('upload-offset'))
    expect(cut).toBe(65_536)
    await patch(device, id, cut, bytes.subarray(cut, bytes.length - 1))
    const opened = await openBlobFolder({
      dir: join(folder.path, 'files'),
      keyFile: join(folder.path, 'blob.key'),
    }).openPart({ center: testCenter, id })
    await opened?.append(bytes.subarray(bytes.length - 1))
    await opened?.close()
    expect((await get(device, id)).status).toBe(404)
    expect((await head(device, id)).headers.get('upload-offset')).toBe(String(bytes.length))
    expect((await get(device, id)).status).toBe(206)
  })

  it('[ATT-14] that nobody goes on with for a week are dropped when something new comes, but none that is written just now', async () => {
    const device = await enrolled()
    const [left, busy] = [hashOf(aPdf()), hashOf(aPdf())]
    for (const id of [left, busy]) await create(device, id, 1000)
    const week = Date.now() - 8 * 86_400_000
    await place.center.db.updateTable('blob').set({ created_at: week }).execute()
    const lock = leaseLocker(place.center.db, testCenter).newLock(busy)
    await lock.lock(new AbortController().signal)
    await send(device, aPdf())
    await lock.unlock()
    expect((await head(device, left)).status).toBe(404)
    expect((await head(device, busy)).status).toBe(200)
  })

  it('[ATT-9] are asked for anew when the folder lacks what the database names', async () => {
    const device = await enrolled()
    const bytes = aPdf()
    const { id } = await send(device, bytes)
    for (const name of filesIn(join(folder.path, 'files'))) rmSync(name)
    expect((await get(device, id)).status).toBe(404)
    expect((await head(device, id)).status).toBe(404)
    expect((await send(device, bytes)).status).toBe(204)
    expect((await get(device, id)).status).toBe(206)
  })

  it('[ATT-7] are read through a matter that they are attached to and that the device may see', async () => {
    const [one, two] = [await enrolled(), await enrolled()]
    const bytes = aPdf()
    const { id } = await send(one, bytes)
    const caseId = await caseWith(one, { id, size: bytes.length })
    expect((await get(two, id, undefined, first.url, caseId)).status).toBe(206)
    const other = await caseWith(two)
    for (const through of [other, two.identity.device, 'nothing', ''])
      expect((await get(two, id, undefined, first.url, through)).status).toBe(404)
    const setScope = (scope: object) =>
      place.center.db
        .updateTable('device')
        .set({ scope: JSON.stringify(scope) })
        .where('id', '=', two.identity.device)
        .execute()
    await setScope({ kind: 'villages', villages: ['青岚镇河西村'], closedDays: 30 })
    expect((await get(two, id, undefined, first.url, caseId)).status).toBe(404)
    await setScope({ kind: 'window', closedDays: 30 })
    expect((await get(two, id, undefined, first.url, caseId)).status).toBe(206)
    await setScope({ kind: 'kiosk' })
    expect((await get(two, id, undefined, first.url, caseId)).status).toBe(404)
  })

  it('[ATT-7] are for devices of the center; a revoked one still brings its own and reads none', async () => {
    const device = await enrolled()
    const bytes = aPdf()
    const { id } = await send(device, bytes)
    expect((await fetch(`${first.url}${blobsPath}/${id}`)).status).toBe(401)
    expect((await fetch(`${first.url}${blobsPath}`, { method: 'POST', headers: tus })).status).toBe(401)
    await revokeDevice(place.center.db, testCenter, device.identity.deviceNo)
    expect((await get(device, id)).status).toBe(403)
    expect((await send(device, aPdf())).status).toBe(204)
    expect(log.filter(({ level }) => level === 'error')).toEqual([])
  })

  it('[ATT-6] are written by one request at a time, whatever server it came to, and a lease ends by itself', async () => {
    const id = hashOf(randomBytes(9))
    let now = Date.now()
    const [one, two] = [
      leaseLocker(place.center.db, testCenter, () => now),
      leaseLocker(place.center.db, testCenter, () => now),
    ]
    const signal = new AbortController().signal
    const [mine, yours] = [one.newLock(id), two.newLock(id)]
    await mine.lock(signal)
    const aborted = new AbortController()
    aborted.abort()
    await expect(yours.lock(aborted.signal)).rejects.toMatchObject({ status_code: 423 })
    now += leaseMs + 1
    await yours.lock(signal)
    await mine.unlock()
    await expect(mine.lock(aborted.signal)).rejects.toMatchObject({ status_code: 423 })
    await yours.unlock()
    await mine.lock(aborted.signal)
    await mine.unlock()
  })
})
