import { describe, expect, it } from 'vitest'
import { createFeed } from './feed.ts'

describe('feed', () => {
  it('gives the present value first and the newest afterwards', async () => {
    const feed = createFeed('a')
    const reader = feed.watch(undefined)
    expect(await reader.next()).toEqual({ done: false, value: 'a' })
    feed.publish('b')
    feed.publish('c')
    expect(await reader.next()).toEqual({ done: false, value: 'c' })
    const later = reader.next()
    feed.publish('d')
    expect(await later).toEqual({ done: false, value: 'd' })
  })

  it('ends for a reader who leaves, also while it waits', async () => {
    const feed = createFeed(1)
    const leaving = new AbortController()
    const reader = feed.watch(leaving.signal)
    await reader.next()
    const waiting = reader.next()
    leaving.abort()
    expect(await waiting).toEqual({ done: true, value: undefined })
  })
})
