import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PerformRecordInput } from '../../../contract/acts/record-acts.ts'
import { plainDate } from '../../../domain/plain-date.ts'
import { aContent, aDraft } from '../../../domain/record/publication/_testing.ts'
import { type TestHost, makeTestHost } from '../_testing.ts'
import { toMutable } from '../mutable.ts'
import { putRecords } from './put-records.ts'

let host: TestHost
beforeEach(() => {
  host = makeTestHost({ items: [] })
})
afterEach(() => host.remove())

const actor = { staffId: 'system', role: 'administrator', session: null } as const
const power = (code: string, over: Readonly<Record<string, string>> = {}): PerformRecordInput => ({
  recordId: host.stamps.newId(),
  base: 0,
  act: {
    kind: 'register.add',
    register: 'power_list',
    code,
    values: { name: '取水许可', kind: 'licence', organ: '青岚县水务局', ...over },
    from: plainDate('2026-11-01'),
    change: 'initial',
    reason: null,
  },
})
const count = () => host.services.store.read.records.count('register')

describe('many acts on records', () => {
  it('a refused act is told by its position and stops nothing else', async () => {
    const put = await putRecords(host.stamps, [power('A'), power('B', { kind: 'none' }), power('C')], actor)
    expect(put).toMatchObject({ done: 3, refused: [{ at: 1, refusal: { code: 'invalid_fields' } }] })
    expect(count()).toBe(2)
  })

  it('two records of one kind never share a key, also within a batch', async () => {
    const put = await putRecords(host.stamps, [power('A'), power('A'), power('B')], actor)
    expect(put.refused).toMatchObject([{ at: 1, refusal: { code: 'record_key_taken' } }])
    expect(count()).toBe(2)
  })

  it('[PUB-4] an index number cannot be edited onto that of another entry', async () => {
    const [first, second] = [host.stamps.newId(), host.stamps.newId()]
    const draft = (recordId: string, indexNo: string) => ({ recordId, base: 0, act: toMutable(aDraft({ indexNo })) })
    const edit = (indexNo: string, base: number): PerformRecordInput => ({
      recordId: second,
      base,
      act: toMutable({ kind: 'publication.edit', indexNo, template: null, content: aContent() }),
    })
    const put = await putRecords(
      host.stamps,
      [
        draft(first, '035210000/2026-00001'),
        draft(second, '035210000/2026-00002'),
        edit('035210000/2026-00001', 1),
        edit('035210000/2026-00003', 1),
      ],
      actor,
    )
    expect(put.refused).toMatchObject([
      { at: 2, refusal: { code: 'record_key_taken', params: { key: '035210000/2026-00001' } } },
    ])
    expect(host.services.store.read.records.findByKey('publication', '035210000/2026-00003')).toBe(second)
  })

  it('an act too large to travel is refused alone', async () => {
    const huge = power('B')
    const long = { ...huge, act: { ...huge.act, reason: '因'.repeat(30_000) } } as PerformRecordInput
    const put = await putRecords(host.stamps, [power('A'), long, power('C')], actor)
    expect(put.refused).toMatchObject([{ at: 1, refusal: { fields: [{ field: 'register.add', code: 'too_long' }] } }])
    expect(count()).toBe(2)
  })

  it('stops between two batches and keeps what was stored', async () => {
    const control = new AbortController()
    const inputs = ['A', 'B', 'C', 'D', 'E'].map((code) => power(code))
    const put = await putRecords(host.stamps, inputs, actor, {
      size: 2,
      signal: control.signal,
      onProgress: () => control.abort(),
    })
    expect(put).toEqual({ done: 2, refused: [] })
    expect(count()).toBe(2)
  })
})
