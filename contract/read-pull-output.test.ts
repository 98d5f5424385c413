import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUsualPulled, readPullOutput } from './read-pull-output.ts'
import { PullOutputSchema, PulledOperationSchema, verdicts } from './sync.ts'

const hash = '0123456789abcdef'.repeat(4)
const uuid = '0199f000-0000-7000-8000-00000000000a'

const operation: Readonly<Record<string, unknown>> = {
  cseq: 7,
  canon: '{"v":1}',
  hash,
  verdict: 'conflict',
  reason: 'version_conflict',
  ref: uuid,
  committedAt: 1_800_000_000_000,
  hlcEff: '0199f0000000-0001-W03',
  sig: `${'A'.repeat(86)}==`,
  head: hash,
  redacted: true,
}

const page: Readonly<Record<string, unknown>> = {
  epoch: uuid,
  ops: [operation],
  head: 7,
  headHash: hash,
  afterHash: hash,
  checkpoint: null,
  serverTime: 1_800_000_000_000,
}

const bySchema = (json: unknown): unknown => {
  const read = PullOutputSchema.safeParse(json)
  return read.success ? read.data : null
}

const value = (of: unknown): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(of) },
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom<unknown>(null, true, false, 0, -0, -1, 1.5, Number.MAX_SAFE_INTEGER, 2 ** 53, '', [], {}),
    fc.constantFrom<unknown>(...verdicts, hash, hash.toUpperCase(), `${hash}\n`, uuid, uuid.toUpperCase(), `${uuid}\n`),
    fc.constantFrom<unknown>('x'.repeat(60), 'x'.repeat(61), '𠮷'.repeat(30), '𠮷'.repeat(31)),
    fc.constantFrom<unknown>(
      'A',
      'AA==',
      'AAA=',
      'A===',
      `${'A'.repeat(86)}=`,
      `${'/'.repeat(86)}==`,
      `${'-'.repeat(86)}==`,
    ),
  )

/** With fields changed, left out and added. */
const nearly = (of: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      fc.record(Object.fromEntries(Object.entries(of).map(([name, own]) => [name, value(own)]))),
      fc.subarray(Object.keys(of), { minLength: Object.keys(of).length - 2 }),
      fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, fc.constantFrom({ more: 1 }, JSON.parse('{"__proto__":{}}'))),
    )
    .map(([fields, kept, more]) => ({
      ...Object.fromEntries(Object.entries(fields).filter(([name]) => kept.includes(name))),
      ...more,
    }))

describe('a page of the history', () => {
  it('recognises what a server writes', () => {
    expect(isUsualPulled(operation)).toBe(true)
    const { redacted: _, ...open } = operation
    expect(isUsualPulled({ ...open, reason: null, ref: null, sig: null, hlcEff: '' })).toBe(true)
    expect(readPullOutput(page)).toEqual(page)
  })

  it('[SYN-108] takes of an operation by hand only what the schema takes, as it stands', () => {
    fc.assert(
      fc.property(nearly(operation), (json) => {
        if (!isUsualPulled(json)) return
        expect(PulledOperationSchema.safeParse(json)).toEqual({ success: true, data: json })
      }),
      { numRuns: 2000 },
    )
  })

  it('[SYN-108] gives for any page what the schema gives', () => {
    const ops = fc.oneof(fc.array(fc.oneof(fc.constant<unknown>(operation), nearly(operation))), value([]))
    fc.assert(
      fc.property(nearly(page), ops, fc.boolean(), (json, some, isKept) => {
        const whole = isKept ? json : { ...Object(json), ops: some }
        expect(readPullOutput(whole)).toEqual(bySchema(whole))
      }),
      { numRuns: 2000 },
    )
    for (const odd of [null, undefined, 7, 'page', [], [page]]) expect(readPullOutput(odd)).toBeNull()
  })
})
