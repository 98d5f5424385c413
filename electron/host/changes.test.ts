import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestHost, aStaff, makeTestHost, password, signIn } from './_testing.ts'

let host: TestHost
let stop: AbortController
beforeEach(() => {
  host = makeTestHost()
  stop = new AbortController()
})
afterEach(async () => {
  stop.abort()
  await host.remove()
})

/** Listens from now on; `next` gives the topics told so far and waits until there are `count`. */
const listen = async () => {
  const stream = await host.client.changes(undefined, { signal: stop.signal })
  const iterator = stream[Symbol.asyncIterator]()
  let pending = iterator.next()
  return {
    next: async (count: number) => {
      const topics: string[] = []
      while (topics.length < count) {
        const { value, done } = await pending
        if (done === true || value === undefined) break
        topics.push(value.topic)
        pending = iterator.next()
      }
      return topics
    },
    end: () => pending,
  }
}
const saveDraft = () =>
  host.client.drafts.save({ id: host.stamps.newId(), kind: 'service', title: '取水许可', form: '{}' })

describe('changes', () => {
  it('tell of every commit and of the desk', async () => {
    await signIn(host)
    const changes = await listen()
    await saveDraft()
    expect(await changes.next(1)).toEqual(['drafts'])
    host.record({ kind: 'staff.set', data: aStaff({ id: 'S09', login: 'new.one' }) })
    expect((await changes.next(2)).sort()).toEqual(['reference', 'sync'])
    host.services.session.lock()
    expect(await changes.next(1)).toEqual(['desk'])
  })

  it('tell of the desk only while it is locked, and of the rest in one go afterwards', async () => {
    await signIn(host)
    const changes = await listen()
    host.services.session.lock()
    expect(await changes.next(1)).toEqual(['desk'])
    host.record({ kind: 'staff.set', data: aStaff({ id: 'S09', login: 'new.one' }) })
    host.record({ kind: 'staff.set', data: aStaff({ id: 'S10', login: 'new.two' }) })
    await host.services.session.unlock(password)
    // Wrong or right, the password was a commit too; each topic comes once.
    const told = await changes.next(3)
    expect(told).toContain('desk')
    expect(told).toContain('reference')
    expect(new Set(told).size).toBe(3)
  })

  it('can be listened to before anybody signs in', async () => {
    const changes = await listen()
    await signIn(host)
    expect(await changes.next(1)).toEqual(['desk'])
  })

  it('end when the page goes', async () => {
    await signIn(host)
    const changes = await listen()
    const ended = changes.end()
    stop.abort()
    expect(await ended).toMatchObject({ done: true })
    await saveDraft()
    expect(host.services.store.read.drafts.list('S01')).toHaveLength(1)
  })
})
