import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OperationSchema } from './operation.ts'
import { isUsualEnvelope, readEnvelope } from './read-envelope.ts'

const usual: Readonly<Record<string, unknown>> = {
  v: 1,
  op: '0199f000-0000-7000-8000-00000000000a',
  device: '0199f000-0000-7000-8000-000000000003',
  inc: '0199f000-0000-4000-8000-000000000004',
  seq: 7,
  center: '990123',
  deviceNo: 'W03',
  entity: '0199f000-0000-7000-8000-00000000000b',
  kind: 'case.note',
  kver: 1,
  base: 2,
  hlc: '0199f0000000-0001-W03',
  wall: 1_800_000_000_000,
  mono: 5,
  boot: '0123456789ab',
  attest: { at: 1_800_000_000_000, id: 'abcdefghijklmnop', elapsed: null },
  actor: 'staff-1',
  session: null,
  data: { on: '2026-09-28', text: '已电话联系' },
}

const bySchema = (json: unknown): unknown => {
  const read = OperationSchema.safeParse(json)
  return read.success ? read.data : null
}

/** Values of the field itself, nearly so, and of anything. */
const value = (of: unknown): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constant(of),
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown>(
      0,
      -0,
      -1,
      1,
      2,
      1.5,
      Number.MAX_SAFE_INTEGER,
      2 ** 53,
      '',
      'W03',
      'system',
      '接件',
      'a\u0000',
      'a\ud800',
      [],
      {},
    ),
    fc.constantFrom<unknown>(
      'item:公章',
      `staff:${'x'.repeat(120)}`,
      '0199F000-0000-7000-8000-00000000000A',
      `${String(of)}\n`,
    ),
    fc.constantFrom<unknown>(
      { at: 1, id: 'abcdefghijklmnop', elapsed: 3 },
      { at: 1, id: 'abcdefghijklmnop' },
      { at: 1, id: 'abcdefghijklmnop', elapsed: 3, more: 1 },
      { at: -1, id: 'abcdefghijklmnop', elapsed: null },
      JSON.parse('{"__proto__":{"a":1}}'),
    ),
  )

const envelope = fc
  .record(
    {
      changes: fc.dictionary(fc.constantFrom(...Object.keys(usual)), fc.boolean(), { maxKeys: 3 }),
      extra: fc.option(fc.constantFrom('sig', '__proto__', 'constructor', ''), { nil: undefined }),
    },
    { requiredKeys: ['changes', 'extra'] },
  )
  .chain(({ changes, extra }) =>
    fc
      .tuple(...Object.entries(changes).map(([name, stays]) => (stays ? value(usual[name]) : fc.constant(undefined))))
      .map((values) => {
        const fields = new Map(Object.entries(usual))
        Object.keys(changes).forEach((name, at) => {
          if (values[at] === undefined) fields.delete(name)
          else fields.set(name, values[at])
        })
        const text = JSON.stringify(Object.fromEntries(fields))
        const json: unknown = JSON.parse(
          extra === undefined ? text : text.replace(/\}$/, `,${JSON.stringify(extra)}:1}`),
        )
        return json
      }),
  )

describe('[SYN-99] reading an envelope', () => {
  it('gives what the schema gives, of anything', () => {
    fc.assert(
      fc.property(envelope, (json) => {
        expect(readEnvelope(json)).toEqual(bySchema(json))
        if (isUsualEnvelope(json)) expect(bySchema(json)).toEqual(json)
      }),
      { numRuns: 2000 },
    )
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(readEnvelope(json)).toEqual(bySchema(json))
      }),
    )
  })

  it('knows the usual one, with and without what may be absent', () => {
    const { boot: _boot, attest: _attest, ...older } = usual
    expect(isUsualEnvelope(usual)).toBe(true)
    expect(isUsualEnvelope(older)).toBe(true)
    expect(isUsualEnvelope({ ...usual, session: usual['op'], actor: 'system', entity: 'item:i-0001' })).toBe(true)
  })

  it.each(Object.keys(usual).filter((name) => name !== 'boot' && name !== 'attest'))(
    'leaves one without %s to the schema',
    (name) => {
      const { [name]: _gone, ...rest } = usual
      expect(isUsualEnvelope(rest)).toBe(false)
      expect(readEnvelope(rest)).toBeNull()
    },
  )
})
