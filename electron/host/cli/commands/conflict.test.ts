import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../../../domain/case/_testing.ts'
import { monday } from '../../_testing.ts'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'
import { withHost } from '../with-host.ts'

let place: Workplace
beforeEach(async () => {
  place = makeWorkplace()
  expect((await run(['init', '--dir', place.dir])).code).toBe(0)
})
afterEach(() => place.remove())

const conflict = (...args: readonly string[]) => run(['conflict', '--dir', place.dir, ...args])

/** Takes in a case and lets the server refuse it, as it would a number that is taken. */
const refusedCase = async (): Promise<void> => {
  const file = join(place.root, 'acts.json')
  writeFileSync(file, JSON.stringify([{ act: { kind: 'service.accept', intake: aServiceIntake() } }]))
  expect((await run(['act', file, '--dir', place.dir])).code).toBe(0)
  const io = { out: () => undefined, say: () => undefined, env: {}, now: () => monday, version: '0.1.0' }
  await withHost(place.dir, io, ({ services: { store } }) => {
    const seq = store.read.sync.position().last
    const verdict = {
      seq,
      verdict: 'rejected',
      reason: 'case_no_taken',
      ref: null,
      cseq: 1,
      committedAt: monday,
    } as const
    store.transact(({ sync }) => sync.recordPush({ safe: 0, verdicts: [verdict] }))
    return 0
  })
}

describe('conflict', { timeout: 30_000 }, () => {
  it('[CFL-1] [CFL-4] lists what did not take effect, shows it, and settles it once', async () => {
    expect(await conflict()).toMatchObject({ code: 0, out: '', said: '待处理 0 项' })
    await refusedCase()
    const listed = await conflict('--json')
    const [row, ...more]: { op: string; kind: string; reason: string }[] = JSON.parse(listed.out)
    expect(more).toEqual([])
    expect(row).toMatchObject({ kind: 'service.accept', reason: 'case_no_taken' })
    const op = row?.op ?? ''
    const seen = await conflict('--op', op)
    expect(seen.out).toContain('是规则没有采纳')
    expect(seen.out).not.toContain('990000199001010017')
    expect((await conflict('--op', op, '--settle', 'refer')).code).toBe(2)
    expect(await conflict('--op', op, '--settle', 'accept_theirs')).toMatchObject({ code: 0, said: '已处理' })
    expect((await conflict('--op', op, '--settle', 'accept_theirs')).code).toBe(2)
    expect((await conflict()).said).toBe('待处理 0 项')
    expect((await run(['verify', '--dir', place.dir])).code).toBe(0)
  })

  it('refuses what it cannot mean, with nothing changed', async () => {
    const before = place.onDisk()
    for (const args of [
      ['--op', 'x', '--settle', 'accept_theirs'],
      ['--settle', 'accept_theirs'],
      ['--op', '0199f000-0000-7000-8000-0000000000aa', '--settle', 'forget'],
      ['--role', 'king'],
    ])
      expect([args, (await conflict(...args)).code]).toEqual([args, 2])
    expect(place.onDisk()).toEqual(before)
  })
})
