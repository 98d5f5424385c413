import type { TransactionStep } from '../../db/transact.ts'

/** Moments at which a desk can be made to die. The product has no such switch: they are set from outside, here alone. */
export const crashNames = [
  'before',
  'begun',
  'journal_written',
  'committed',
  'rebuilding',
  'push_unsent',
  'push_answered',
  'pull_answered',
] as const satisfies readonly (TransactionStep | 'rebuilding' | 'push_unsent' | 'push_answered' | 'pull_answered')[]
export type CrashName = (typeof crashNames)[number]

export type Reach = (at: CrashName) => void

/** `YICHUANG_CRASH_AT=journal_written:3` ends this process by SIGKILL when it comes there for the third time. */
export const crashPoint = (setting = process.env['YICHUANG_CRASH_AT'] ?? ''): Reach => {
  const [name, count = '1'] = setting.split(':')
  let left = Number(count)
  return (at) => {
    if (at !== name) return
    left -= 1
    if (left <= 0) process.kill(process.pid, 'SIGKILL')
  }
}

/** The platform's network with crash points in it. */
export const crashingFetch =
  (reach: Reach): typeof fetch =>
  async (input, init) => {
    const path = new URL(input instanceof Request ? input.url : input).pathname
    if (path === '/sync/v1/push') reach('push_unsent')
    const response = await fetch(input, init)
    if (path === '/sync/v1/push') reach('push_answered')
    if (path === '/sync/v1/pull') reach('pull_answered')
    return response
  }
