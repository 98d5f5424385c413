import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { uptime as systemUptime } from 'node:os'
import { clockSlackMs } from '../../../domain/time-claim/time-claim.ts'
import type { Store } from '../../../db/store.ts'

/** Clocks of the machine that nobody can set, in whole milliseconds since it was started. */
export interface MachineClock {
  /** Stands still while the machine sleeps, on some systems. */
  readonly monotonic: () => number
  /** Goes on while the machine sleeps. */
  readonly uptime: () => number
}

export const machineClock: MachineClock = {
  monotonic: () => Number(process.hrtime.bigint() / 1_000_000n),
  // macOS reckons it from the wall clock, which is what it is to be compared with.
  uptime: () =>
    process.platform === 'darwin' ? Number(process.hrtime.bigint() / 1_000_000n) : Math.floor(systemUptime() * 1000),
}

interface KeptBoot {
  readonly id: string
  readonly startedAt: number
  readonly uptime: number
}

/**
 * SYN-69: names the run of the machine. Linux has a name for it; elsewhere it is the same run as long as the machine has been up for longer than
 * when last seen and was started at the same moment by its clock. In doubt it is another one: then less is proved, and nothing wrong.
 */
export const findBoot = (
  store: Store,
  { now, uptime, systemName = linuxBoot }: { now: number; uptime: number; systemName?: () => string | null },
): string => {
  const name = systemName()
  if (name !== null) return createHash('sha256').update(name).digest('hex').slice(0, 12)
  const startedAt = now - uptime
  const text = store.read.meta.find('boot')
  // Written below from the same type.
  const kept = text === null ? null : (JSON.parse(text) as KeptBoot)
  const isSame = kept !== null && uptime >= kept.uptime && Math.abs(startedAt - kept.startedAt) <= clockSlackMs
  const next: KeptBoot = isSame ? { ...kept, uptime } : { id: randomBytes(6).toString('hex'), startedAt, uptime }
  store.transact((writer) => writer.meta.set('boot', JSON.stringify(next)))
  return next.id
}

const linuxBoot = (): string | null => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return null
  }
}
