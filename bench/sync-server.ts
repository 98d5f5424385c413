import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { toMutable } from '../electron/host/mutable.ts'
import { day } from '../domain/case/_testing.ts'
import { runServer } from '../server/_testing/run-server.ts'
import { type TestDevice, createTestDevice } from '../server/_testing/test-device.ts'
import { type TestCenter, codeFor, makeTestCenter } from '../server/_testing/test-server.ts'
import { readSampleItems } from '../server/sample/sample-items.ts'
import { openEmbedded } from '../server/store/embedded/open-embedded.ts'
import { actSource } from './generate/acts.ts'
import { applicantSource } from './generate/applicants.ts'
import { randomOf } from './generate/random.ts'

export interface BenchServer {
  readonly url: string
  readonly databaseUrl: string
  readonly center: TestCenter
  readonly pid: number
  readonly close: () => Promise<void>
}

/** The server as its own process on its embedded PostgreSQL, with one center. */
export const openBenchServer = async (folder: string): Promise<BenchServer> => {
  // PostgreSQL runs under another account and lies inside.
  chmodSync(folder, 0o711)
  const dataDir = join(folder, 'server')
  const embedded = await openEmbedded(dataDir)
  const center = await makeTestCenter(embedded.url)
  const server = runServer([], { HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'info' })
  return {
    url: await server.url,
    databaseUrl: embedded.url,
    center,
    pid: server.child.pid ?? 0,
    close: async () => {
      server.child.kill('SIGTERM')
      await server.ended
      await center.close()
      await embedded.close()
    },
  }
}

export const enrolBenchDevice = async (server: BenchServer, deviceNo: string): Promise<TestDevice> => {
  const device = createTestDevice(server.url, server.center.actor)
  await device.enrol(await codeFor(server.center.db, deviceNo))
  return device
}

/**
 * Fills chains with what windows do most: one operation in five takes a request in, with an applicant of its own; two are notes on it, two on
 * any that was taken in before, so that states are read and written again and do not all lie in one page.
 */
export const workSource = (seed: number): ((device: TestDevice, count: number) => void) => {
  const random = randomOf(seed)
  const acts = actSource(random, readSampleItems(), applicantSource(random))
  return (device, count) => {
    const cases: { readonly entity: string; version: number }[] = []
    for (let n = 0; n < count; n += 1) {
      if (n % 5 === 0) {
        const act = acts.accept(4)
        const intake = 'intake' in act ? toMutable(act.intake) : null
        const { entity } = device.add({ data: { caseNo: device.nextCaseNo(), on: day('2026-09-28'), intake } })
        cases.push({ entity, version: 1 })
      } else {
        const noted = n % 5 < 3 ? cases.at(-1) : random.pick(cases)
        if (noted === undefined) throw new Error('the first operation takes a request in')
        const text = `已电话联系申请人，约定 ${1 + random.int(0, 27)} 日补交材料第 ${1 + random.int(0, 8)} 项`
        const { entity, version } = noted
        device.add({ entity, kind: 'case.note', base: version, data: { on: day('2026-09-28'), text } })
        noted.version += 1
      }
    }
  }
}

/** The body of a push as the agent packs it. */
export const packed = (device: TestDevice, from: number, to: number): Buffer =>
  gzipSync(JSON.stringify(device.batch(from, to)), { level: 1 })

/** One push of a packed body; its status, and how many bytes the answer had. */
export const sendPacked = async (
  device: TestDevice,
  url: string,
  body: Buffer,
): Promise<{ readonly status: number; readonly retryAfterMs: number; readonly bytes: number }> => {
  const response = await fetch(`${url}/sync/v1/push`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${device.identity.token}`,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    },
    body: new Uint8Array(body),
  })
  await response.arrayBuffer()
  return {
    status: response.status,
    retryAfterMs: Number(response.headers.get('retry-after') ?? 0) * 1000,
    bytes: Number(response.headers.get('content-length') ?? 0),
  }
}
