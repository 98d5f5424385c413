// What the crash harness counts and says, and one round of it; more of them with `npm run faults -- --minutes N`.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { OperationSchema } from '../../contract/operation.ts'
import { canonicalJson } from '../../contract/canonical-json.ts'
import { createTestDevice } from '../../server/_testing/test-device.ts'
import { compare } from './check.ts'
import { faultKinds } from './counts.ts'
import { createLedger } from './ledger.ts'

const ReportSchema = z.looseObject({
  saved: z.int(),
  kills: z.int(),
  problems: z.array(z.string()),
  faults: z.record(z.string(), z.int()),
})

const start = fileURLToPath(new URL('./start.ts', import.meta.url))
/** It ends by itself: this is for a machine that does many other things at once. */
const boundMs = 900_000

const run = (...args: readonly string[]): Promise<{ readonly code: number | null; readonly out: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [start, ...args], {
      env: { PATH: process.env['PATH'] ?? '', NODE_NO_WARNINGS: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    // Told to end it ends what it has started, and only then is there any use for force.
    const limits = [
      setTimeout(() => child.kill('SIGTERM'), boundMs),
      setTimeout(() => child.kill('SIGKILL'), boundMs + 25_000),
    ]
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8')
    })
    child.on('close', (code) => {
      for (const limit of limits) clearTimeout(limit)
      resolve({ code, out })
    })
  })

describe('the crash harness', () => {
  it('says how it is used, and does nothing, when it is asked for what is none', async () => {
    expect(await run('--minutes', '0')).toEqual({ code: 2, out: '' })
  })

  it('[INV-2] loses and doubles nothing in a round of a minute', { timeout: boundMs + 30_000 }, async () => {
    const { code, out } = await run('--minutes', '0.5', '--seed', '3', '--json')
    const report = ReportSchema.parse(JSON.parse(out))
    expect({ code, ...report }).toMatchObject({ code: 0, lost: 0, doubled: 0, renumbered: [], problems: [] })
    expect(report).toMatchObject({ chains: 'intact', rounds: 1, faults: { 'server restored': 1, 'disk cloned': 1 } })
    expect(Object.keys(report.faults)).toEqual([...faultKinds])
    expect(report.saved).toBeGreaterThan(20)
    expect(report.kills).toBeGreaterThan(3)
  })
})

describe('the count at the end', () => {
  const device = createTestDevice('http://127.0.0.1:9', '0199f000-0000-7000-8000-00000000000a')
  const [first, second] = [device.add(), device.add()]
  const row = (operation: typeof first, cseq: number, verdict = 'applied', reason: string | null = null) => ({
    cseq,
    verdict,
    reason,
    canon: canonicalJson(OperationSchema.parse(operation)),
  })
  const ledger = createLedger()
  ledger.save('W31', [first.op, second.op])

  it('[INV-2] finds what is not there, what is there twice, and a number that two cases have', () => {
    const found = (...rows: Parameters<typeof compare>[1]) => {
      const { lost, doubled } = compare(ledger, rows)
      return [lost.length, doubled.length]
    }
    expect(found(row(first, 1), row(second, 2))).toEqual([0, 0])
    expect(found(row(first, 1))).toEqual([1, 0])
    expect(found(row(first, 1), row(second, 2), row(second, 3))).toEqual([0, 1])
    expect(found(row(first, 1), row(second, 2), row(second, 3, 'rejected', 'duplicate_operation'))).toEqual([0, 0])
    expect(found(row(first, 1), row(second, 3, 'rejected', 'duplicate_operation'))).toEqual([1, 0])
    expect(found(row(first, 1), row({ ...second, data: first.data }, 2))).toEqual([0, 1])
  })
})
