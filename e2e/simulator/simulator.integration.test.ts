// The invariants of contract/SYNC.md over many drawn histories, and the proof that a server that breaks one is found.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type BrokenServer, brokenServers } from './sabotage.ts'
import { brokenDesks } from './sabotage-desks.ts'
import { seeds } from './seeds/seeds.ts'
import { type RunReport, simulate } from './simulate.ts'
import { checkedInvariants } from './violation.ts'

const many = fileURLToPath(new URL('./many.ts', import.meta.url))

const OutcomeSchema = z.object({
  broken: z.array(z.object({ seed: z.int(), invariant: z.int().nullable(), what: z.string(), step: z.int() })),
  held: z.record(z.string(), z.int()),
})
type Outcome = z.infer<typeof OutcomeSchema>

/** Runs in a process of its own, so that two work side by side. */
const runMany = (from: number, to: number): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [many, ...[from, to, 3, 60].map(String)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let text = ''
    let talk = ''
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
    })
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      talk += piece
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(OutcomeSchema.parse(JSON.parse(text)))
      else reject(new Error(talk))
    })
  })

describe('two hundred drawn histories of three desks', () => {
  let outcome: Outcome

  beforeAll(async () => {
    const halves = await Promise.all([runMany(1, 100), runMany(101, 200)])
    const held: Record<string, number> = {}
    for (const half of halves) {
      for (const [name, count] of Object.entries(half.held)) held[name] = (held[name] ?? 0) + count
    }
    outcome = { broken: halves.flatMap(({ broken }) => broken), held }
  }, 600_000)

  const holds = (number: (typeof checkedInvariants)[number]) => {
    expect(outcome.broken).toEqual([])
    // Looked at, not only never broken.
    expect(outcome.held[`INV-${number}`]).toBeGreaterThan(10)
  }

  it('[INV-1] what a desk has saved stays on its disk', () => holds(1))
  it('[INV-2] every saved operation is on the server once', () => holds(2))
  it('[INV-3] every state is the fold of its log, and the same everywhere', () => holds(3))
  it('[INV-4] every chain proves itself, and the server has the same bytes', () => holds(4))
  it('[INV-5] commit numbers have no gap, and no cursor skips one', () => holds(5))
  it('[INV-6] a cursor and what it covers are one', () => holds(6))
  it('[INV-7] nothing counts as committed or safe that is not', () => holds(7))
  it('[INV-8] what a restored server forgot comes back', () => holds(8))
  it('[INV-9] no operation holds up another', () => holds(9))
  it('[INV-10] every request is bounded', () => holds(10))
  it('[INV-11] a push may come as often as it likes', () => holds(11))
  it('[INV-12] the same requests give the same verdicts', () => holds(12))
  it('[INV-13] what did not take effect is listed whole', () => holds(13))
  it('[INV-14] every step of a case is a line of its table', () => holds(14))
  it('[INV-15] a snapshot and what follows it give the whole', () => holds(15))
  it('[INV-16] no legal day stands unmarked that cannot be true', () => holds(16))
  it('[INV-18] a revoked device takes no effect', () => holds(18))
  it('[INV-20] the history proves itself, and shows any change', () => holds(20))
  it('[INV-21] the queues drain by themselves', () => holds(21))
  it('[INV-22] a printed number stays, and is the only one', () => holds(22))
  it('[INV-23] a desk of less than the center has nothing outside of its scope, and what is inside', () => holds(23))
  it('[INV-24] the number of an alias leads to one case', () => holds(24))
  it('[INV-25] a void deletes nothing', () => holds(25))
  it('[INV-26] what was put away is safe on the server', () => holds(26))
  it('[INV-27] news on a stick takes no desk back, and is for one desk alone', () => holds(27))
  it('[INV-28] a running number is given once, by whom it was leased to', () => holds(28))
})

describe('one run', () => {
  it('is the same twice, to the last digit', async () => {
    const options = { seed: 7, devices: 3, steps: 80 }
    const once = await simulate(options)
    expect(JSON.stringify(await simulate(options))).toBe(JSON.stringify(once))
    expect(once.violation).toBeNull()
    expect((await simulate({ ...options, seed: 9 })).print).not.toBe(once.print)
  })

  it.each(seeds)('$name', async ({ name: _name, ...options }) => {
    expect((await simulate(options)).violation).toBeNull()
  })
})

describe('a server that', () => {
  it.each(brokenServers)('$name is found', async ({ finds, ...broken }) => {
    expect(finds).toContain((await firstViolation(broken))?.invariant)
  })
})

describe('a desk that', () => {
  it.each(brokenDesks)('$name is found', async ({ finds, ...broken }) => {
    expect(finds).toContain((await firstViolation(broken))?.invariant)
  })
})

const firstViolation = async ({
  from,
  make,
  draws = 'all',
}: Pick<BrokenServer, 'from' | 'make' | 'draws'>): Promise<RunReport['violation']> => {
  for (let seed = from; seed < from + 12; seed++) {
    const { violation } = await simulate({ seed, devices: 3, steps: 80, draws, sabotage: make() })
    if (violation !== null) return violation
  }
  return null
}
