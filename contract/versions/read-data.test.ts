/// <reference types="vite/types/importMeta.d.ts" />
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { kindsOfToday, samplesOf } from './_samples.ts'
import { makeReadData, newestVersions, readData } from './read-data.ts'

const FixturesSchema = z.array(
  z.strictObject({ kind: z.string(), kver: z.int(), data: z.record(z.string(), z.unknown()) }),
)

/** Files of recorded operations, one for each version of the program that changed any. None is ever changed once shipped. */
const files: Record<string, string> = import.meta.glob('./fixtures/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const recorded = Object.entries(files).map(([file, text]) => ({
  file,
  fixtures: FixturesSchema.parse(JSON.parse(text)),
}))

/**
 * To record today's, under the version of the program that will ship them:
 * `VITE_RECORD_OPERATIONS=0.2.0 npx vitest run --project unit contract/versions -u`
 */
const recording: unknown = import.meta.env['VITE_RECORD_OPERATIONS']

describe('the versions of operations', () => {
  it.each(recorded)('[SYN-41] recorded in $file are read for ever', ({ fixtures }) => {
    expect(fixtures.length).toBeGreaterThan(0)
    const unread = fixtures.filter(({ kind, kver, data }) => !readData(kind, kver, data).ok)
    expect(unread.map(({ kind, kver }) => `${kind} ${kver}`)).toEqual([])
  })

  it('[SYN-41] are all recorded: the newest of every kind', async () => {
    if (typeof recording === 'string') {
      const today = kindsOfToday.flatMap((kind) =>
        samplesOf(kind).map((data) => ({ kind, kver: newestVersions[kind], data })),
      )
      await expect(`${JSON.stringify(today)}\n`).toMatchFileSnapshot(`./fixtures/${recording}.json`)
      return
    }
    const known = new Set(recorded.flatMap(({ fixtures }) => fixtures.map(({ kind, kver }) => `${kind} ${kver}`)))
    expect(Object.entries(newestVersions).filter(([kind, kver]) => !known.has(`${kind} ${kver}`))).toEqual([])
  })

  it('[SYN-41] go through every upcaster between theirs and the newest, in order, and through none before theirs', () => {
    const read = makeReadData({
      'case.note': [
        (data) => ({ ...data, text: `${Reflect.get(data, 'words')}` }),
        ({ ...data }) => {
          Reflect.deleteProperty(data, 'words')
          return data
        },
      ],
    })
    const on = '2026-09-28'
    const expected = { ok: true, value: { type: 'case', operation: { kind: 'case.note', data: { on, text: '样例' } } } }
    expect(read('case.note', 1, { on, words: '样例' })).toEqual(expected)
    expect(read('case.note', 2, { on, words: '别的', text: '样例' })).toEqual(expected)
    expect(read('case.note', 3, { on, text: '样例' })).toEqual(expected)
    expect(read('case.note', 3, { on, words: '样例' })).toEqual({ ok: false, error: 'data_invalid' })
  })

  it('[SYN-41] newer than this program, and kinds it does not know, are told apart from data that are wrong', () => {
    const note = { on: '2026-09-28', text: '样例' }
    expect(readData('case.note', 1, note)).toMatchObject({ ok: true, value: { type: 'case' } })
    expect(readData('case.note', 2, note)).toEqual({ ok: false, error: 'version_unknown' })
    expect(readData('case.note', 0, note)).toEqual({ ok: false, error: 'version_unknown' })
    expect(readData('case.teleport', 1, note)).toEqual({ ok: false, error: 'kind_unknown' })
    expect(readData('toString', 1, note)).toEqual({ ok: false, error: 'kind_unknown' })
    expect(readData('case.note', 1, {})).toEqual({ ok: false, error: 'data_invalid' })
  })
})
