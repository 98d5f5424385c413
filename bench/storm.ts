import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TestDevice } from '../server/_testing/test-device.ts'
import type { Bench } from './bench.ts'
import { percentile } from './measure.ts'
import { progressOf } from './progress.ts'
import { type BenchServer, enrolBenchDevice, openBenchServer, packed, sendPacked, workSource } from './sync-server.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

const defaultSize = 1340
const operations = 200
/** Of the server's process, on top of what it holds for nothing: far below what all bodies at once would take. */
const mostMiB = 512

interface Arrival {
  readonly doneMs: number
  readonly turnedAway: number
}

/**
 * A city comes back: `size` devices with 200 operations each knock at once, after their outage pause of up to a minute was skipped, and
 * obey `Retry-After`. All of them must get in; the server's memory must not grow with their number.
 */
export const benchStorm: Bench = ({ size, signal }) =>
  inTemporaryFolder(async function* (folder) {
    const count = size ?? defaultSize
    const server = await openBenchServer(folder)
    try {
      const progress = progressOf('devices', count)
      const devices: TestDevice[] = []
      for (let n = 0; n < count && !signal.aborted; n += 1) {
        devices.push(await enrolBenchDevice(server, `A${String(n + 1).padStart(4, '0')}`))
        progress.show(n + 1)
      }
      progress.end()
      signal.throwIfAborted()
      const started = Date.now()
      const crowd: Crowd = { started, lastIn: started, make: workSource(1) }
      const arrivals = await Promise.all(devices.map((device) => arrive(server, device, crowd, signal)))
      signal.throwIfAborted()
      const wholeMs = Date.now() - started
      const done = arrivals.filter((one) => one !== null)
      const times = done.map(({ doneMs }) => doneMs)
      const turned = done.map(({ turnedAway }) => turnedAway)
      yield {
        name: 'storm.left-out',
        value: count - done.length,
        limit: 0,
        bound: 'most',
        detail: `${done.length} of ${count} devices delivered ${operations} operations each in ${Math.round(wholeMs / 1000)} s, ${Math.round((done.length * operations * 1000) / wholeMs)} op/s, clients on the same machine`,
      }
      yield {
        name: 'storm.starved',
        value: percentile(turned, 1) / Math.max(1, percentile(turned, 0.5)),
        limit: 5,
        bound: 'most',
        detail: `turned away: median ${percentile(turned, 0.5)}, p95 ${percentile(turned, 0.95)}, most ${percentile(turned, 1)} times; done after ${percentile(times, 0.5)} ms (median), ${percentile(times, 0.95)} (p95)`,
      }
      yield {
        name: 'storm.memory',
        value: peakMiB(server.pid),
        limit: mostMiB,
        bound: 'most',
        detail: 'MiB that the process of the server held at most',
      }
    } finally {
      await server.close()
    }
  })

/** What the devices have in common: however many they are, they go on as long as somebody gets in. */
interface Crowd {
  readonly started: number
  lastIn: number
  readonly make: ReturnType<typeof workSource>
}

const patienceMs = 600_000

/** One device until the server has all it brings; null = it gave up, when nobody had got in for ten minutes. */
const arrive = async (
  server: BenchServer,
  device: TestDevice,
  crowd: Crowd,
  signal: AbortSignal,
): Promise<Arrival | null> => {
  let turnedAway = 0
  let body: Buffer | null = null
  while (Date.now() - crowd.lastIn < patienceMs && !signal.aborted) {
    let waitMs = 1000
    try {
      if (device.identity.token === '') {
        const answer = await device.hello()
        if (answer.status !== 200) waitMs = retryAfter(answer.headers)
      }
      if (device.identity.token !== '') {
        // Made when it is let in: what waits in its own machine there must not fill this one.
        if (body === null) {
          crowd.make(device, operations)
          body = packed(device, 1, operations)
          device.chain.splice(0)
        }
        const sent = await sendPacked(device, server.url, body)
        if (sent.status === 200) {
          crowd.lastIn = Date.now()
          return { doneMs: crowd.lastIn - crowd.started, turnedAway }
        }
        if (sent.status === 401) device.identity.token = ''
        waitMs = Math.max(500, sent.retryAfterMs)
      }
    } catch {
      // Not even a connection: as busy as can be.
    }
    turnedAway += 1
    await sleep(waitMs * (0.5 + Math.random()))
  }
  return null
}

const retryAfter = (headers: Headers): number => Math.max(500, Number(headers.get('retry-after') ?? 1) * 1000)

const peakMiB = (pid: number): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024
  } catch {
    return Number.NaN
  }
}
