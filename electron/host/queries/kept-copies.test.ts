import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestHost, makeTestHost, signIn } from '../_testing.ts'

let host: TestHost
beforeEach(async () => {
  host = makeTestHost()
  await signIn(host)
})
afterEach(() => host.remove())

const kept = async () => (await host.client.sync.report()).kept
const set = (key: 'ack' | 'safe' | 'epoch' | 'checkpoint' | 'checkpoint_contradicted', value: string) =>
  host.services.store.transact((writer) => writer.meta.set(key, value))
const signed = (epoch: string, at: number) => JSON.stringify({ epoch, cseq: 9, head: 'aa', at, sig: 'bb' })

describe('what is proved beside delivery', () => {
  it('[SYN-115] tells what a second machine holds, and never more than is confirmed', async () => {
    expect(await kept()).toEqual({ confirmed: 0, safe: 0, signedAt: null, contradictedAt: null })
    set('ack', '5')
    expect(await kept()).toMatchObject({ confirmed: 5, safe: 0 })
    set('safe', '3')
    expect(await kept()).toMatchObject({ confirmed: 5, safe: 3 })
    set('ack', '2')
    expect(await kept()).toMatchObject({ confirmed: 2, safe: 2 })
  })

  it('[SYN-115] tells of signed heads of this epoch alone: the one that agrees, and the one that the history went against', async () => {
    set('epoch', 'now')
    set('checkpoint', signed('now', 1000))
    set('checkpoint_contradicted', signed('now', 900))
    expect(await kept()).toMatchObject({ signedAt: 1000, contradictedAt: 900 })
    // A restored server has an epoch of its own: what it forgot was no rewriting.
    set('epoch', 'restored')
    expect(await kept()).toMatchObject({ signedAt: null, contradictedAt: null })
  })
})
