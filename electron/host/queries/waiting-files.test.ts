import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestHost, makeTestHost, signIn } from '../_testing.ts'
import { waitingFiles } from './waiting-files.ts'

let host: TestHost
beforeEach(async () => {
  host = makeTestHost()
  await signIn(host)
})
afterEach(() => host.remove())

const sound = 'aa'.repeat(32)
const odd = 'bb'.repeat(32)

describe('attached files on their way', () => {
  it('[SYN-116] names what cannot go first and why, and lets it try again', async () => {
    const { store } = host.services
    expect(await host.client.sync.files()).toEqual([])
    store.transact(({ blobs, meta }) => {
      meta.set('epoch', 'now')
      blobs.add({ id: sound, size: 2048 }, 1000)
      blobs.add({ id: odd, size: 10 }, 2000)
      blobs.refuse(odd, 'type_refused')
    })
    expect(await host.client.sync.files()).toEqual([
      { blob: odd, bytes: 10, at: 2000, caseNos: [], refused: 'type_refused', sent: null },
      { blob: sound, bytes: 2048, at: 1000, caseNos: [], refused: null, sent: null },
    ])
    // While one goes, its line says how far.
    expect(waitingFiles(store, { blob: sound, sent: 1024 }).map(({ sent }) => sent)).toEqual([null, 1024])
    await host.client.sync.retryFile({ blob: odd })
    expect((await host.client.sync.files()).map(({ blob, refused }) => [blob, refused])).toEqual([
      [sound, null],
      [odd, null],
    ])
    store.transact(({ blobs }) => blobs.sent(sound, 'now'))
    expect((await host.client.sync.files()).map(({ blob }) => blob)).toEqual([odd])
    // What is no file here is none afterwards.
    await host.client.sync.retryFile({ blob: 'cc'.repeat(32) })
    expect(store.read.blobs.find('cc'.repeat(32))).toBeNull()
  })
})
