import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newsEvent, newsPath, newsPulse } from '../../../contract/sync-news.ts'
import { type TestStore, openTestStore } from '../../../db/_testing.ts'
import { type FakeServer, createFakeServer, enrolStore, takeIn } from './_testing.ts'
import { type SyncAgent, createSyncAgent } from './agent.ts'

let disk: TestStore
let other: TestStore
let server: FakeServer
let agent: SyncAgent
let streams: ReadableStreamDefaultController<Uint8Array>[]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  server = createFakeServer()
  streams = []
  disk = openTestStore({ device: null })
  other = openTestStore({ device: null })
  enrolStore(disk.store, server, 'W03')
  enrolStore(other.store, server, 'W04')
  agent = agentOf(disk, true)
})
afterEach(async () => {
  await agent.stop()
  disk.remove()
  other.remove()
  vi.useRealTimers()
})

const agentOf = ({ store }: TestStore, listens: boolean) =>
  createSyncAgent({
    store,
    now: () => Date.now(),
    random: () => 0.5,
    appVersion: '0',
    erase: () => Promise.reject(new Error('nothing here erases')),
    fetch: server.fetch,
    listens,
  })

/** The server has the stream, and says nothing in it but what a test lets it say. */
const withStreams = () => {
  server.fault = {
    path: newsPath,
    apply: ({ signal }) => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          streams.push(controller)
          signal.addEventListener('abort', () => controller.error(new Error('aborted')))
        },
      })
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
    },
  }
}
const say = (text: string) => streams.at(-1)?.enqueue(new TextEncoder().encode(text))
const asked = (path: string) => server.requests.filter((request) => request.path === path).length
const run = async (ms: number) => {
  for (let left = ms; left > 0; left -= 250) {
    await vi.advanceTimersByTimeAsync(Math.min(250, left))
    await new Promise((resolve) => setImmediate(resolve))
  }
}
const begin = async () => {
  agent.start()
  await run(5000)
  expect(agent.status().state).toBe('idle')
}
/** Another desk delivers a case. */
const another = async () => {
  takeIn(other.store)
  const sender = agentOf(other, false)
  await sender.now()
  await sender.stop()
}

describe('the word that there is news', () => {
  it('[SYN-55] makes the device read at once, and only when it is news to it', async () => {
    withStreams()
    await begin()
    expect(streams).toHaveLength(1)
    say(newsEvent({ center: '990123', head: 0 }))
    await run(20_000)
    const pulls = asked('/sync/v1/pull')
    say(newsEvent({ center: '990123', head: 0 }) + newsPulse)
    await run(2000)
    expect(asked('/sync/v1/pull')).toBe(pulls)
    await another()
    // In pieces, as a line may bring it.
    const text = newsEvent({ center: '990123', head: server.log.length })
    say(text.slice(0, 20))
    say(text.slice(20))
    await run(2000)
    expect(disk.store.read.sync.cursor('990123').cseq).toBe(server.log.length)
  })

  it('[SYN-55] is asked for less often while it comes, and as before when it does not', async () => {
    withStreams()
    await begin()
    say(newsEvent({ center: '990123', head: 0 }))
    await run(20_000)
    const before = asked('/sync/v1/pull')
    for (let pulses = 0; pulses < 4; pulses++) {
      say(newsPulse)
      await run(20_000)
    }
    expect(asked('/sync/v1/pull')).toBe(before)
    // Silence: the stream is given up, and the device finds what is new by itself.
    await another()
    await run(80_000)
    expect(disk.store.read.sync.cursor('990123').cseq).toBe(server.log.length)
    await run(120_000)
    expect(streams.length).toBeGreaterThan(1)
  })

  it.each(['a server that has none', 'garbage', 'a line without an end', 'a stream that breaks'])(
    '[SYN-55] %s costs nothing but time',
    async (what) => {
      if (what !== 'a server that has none') withStreams()
      await begin()
      if (what === 'garbage') say('data: {"center":1}\n\ndata: {\n\nhead: 9\n\n')
      if (what === 'a line without an end') say('x'.repeat(5000))
      if (what === 'a stream that breaks') streams.at(-1)?.error(new Error('cut'))
      await another()
      await run(300_000)
      expect(disk.store.read.sync.cursor('990123').cseq).toBe(server.log.length)
      expect(agent.status()).toMatchObject({ state: 'idle', lastError: null })
    },
  )
})
