import { afterEach, expect, it } from 'vitest'
import { type Desk, openDesk } from '../_testing.ts'
import { inBatches } from './in-batches.ts'

let desk: Desk
afterEach(() => {
  desk.remove()
})

it('many things are written a batch at a time, and a batch that fails leaves the ones before', () => {
  desk = openDesk()
  const progress: number[] = []
  const ids = Array.from({ length: 25 }, () => desk.newId())
  const save = (id: string, at: number) =>
    inBatches(
      desk.store,
      ids.map((draft, n) => [draft, n] as const),
      ({ drafts }, [draft, n]) => {
        if (n === at) throw new Error('a bad row')
        drafts.save({ id: draft, kind: 'service', title: id, form: '{}' }, 'S01', n)
      },
      { size: 10, onProgress: (done) => progress.push(done) },
    )
  expect(save('all', -1)).toBe(25)
  expect(progress).toEqual([10, 20, 25])
  expect(desk.store.read.drafts.list('S01')).toHaveLength(25)
  expect(() => save('again', 13)).toThrow('a bad row')
  expect(desk.store.read.drafts.list('S01').filter(({ title }) => title === 'again')).toHaveLength(10)
  expect(() => inBatches(desk.store, [], () => undefined)).not.toThrow()
})
