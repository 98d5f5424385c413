import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TestStore, aDevice, openTestStore } from '../_testing.ts'

let test: TestStore
beforeEach(() => {
  test = openTestStore({ device: null })
})
afterEach(() => {
  test.remove()
})

describe('small facts of the store', () => {
  it('are kept, changed, removed, and there after a restart', () => {
    const { store } = test
    expect(store.read.meta.find('server')).toBeNull()
    store.transact(({ meta }) => {
      meta.set('server', 'https://a.example')
      meta.set('epoch', 'e')
    })
    store.transact(({ meta }) => {
      meta.set('server', 'https://b.example')
      meta.remove('epoch')
    })
    expect([store.read.meta.find('server'), store.read.meta.find('epoch')]).toEqual(['https://b.example', null])
    expect(test.reopen().read.meta.find('server')).toBe('https://b.example')
  })

  it('are seen in the transaction that writes them, and forgotten with it', () => {
    const { store } = test
    expect(store.read.meta.findDevice()).toBeNull()
    expect(() =>
      store.transact(({ meta }) => {
        meta.setDevice(aDevice())
        expect(store.read.meta.findDevice()).toEqual(aDevice())
        throw new Error('a bug')
      }),
    ).toThrow('a bug')
    expect(store.read.meta.findDevice()).toBeNull()
    store.transact(({ meta }) => {
      meta.setDevice(aDevice())
    })
    expect(store.read.meta.findDevice()).toEqual(aDevice())
  })
})
