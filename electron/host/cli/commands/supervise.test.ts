import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../../../domain/case/_testing.ts'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'

let place: Workplace
beforeEach(async () => {
  place = makeWorkplace()
  expect((await run(['init', '--dir', place.dir])).code).toBe(0)
  const file = join(place.root, 'acts.json')
  writeFileSync(file, JSON.stringify([{ act: { kind: 'service.accept', intake: aServiceIntake() } }]))
  expect((await run(['act', file, '--dir', place.dir])).code).toBe(0)
})
afterEach(() => place.remove())

const supervise = async (...args: string[]) => {
  const ran = await run(['supervise', '--dir', place.dir, ...args, '--json'])
  const told: { signals: { rule: string; carded: boolean }[]; issued: { signal: string }[] } = JSON.parse(ran.out)
  return { ...told, rules: told.signals.map(({ rule }) => rule) }
}

describe('supervise', { timeout: 30_000 }, () => {
  it('[SUP-22] lists what is late on a day, and issues a card for a signal once', async () => {
    expect((await supervise()).signals).toEqual([])
    expect((await supervise('--on', '2026-12-08')).rules).toContain('JC-03')
    const late = await supervise('--on', '2026-12-22', '--issue')
    expect(late.rules.slice(0, 2)).toEqual(['JC-05', 'JC-03'])
    expect(late.issued).toHaveLength(2)
    const again = await supervise('--on', '2026-12-22', '--issue')
    // The two cards were given out on 2026-11-23: that nobody has answered them by then is a signal, and no card.
    expect(again.rules.filter((rule) => rule === 'JC-16')).toHaveLength(2)
    expect(again.signals.filter(({ carded }) => carded).map(({ rule }) => rule)).toEqual(['JC-05', 'JC-03'])
    expect(again.issued).toEqual([])
  })

  it('refuses a day that does not exist', async () => {
    expect((await run(['supervise', '--dir', place.dir, '--on', '2026-02-30'])).code).toBe(2)
  })
})
