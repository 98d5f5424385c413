import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Page, chromium } from '@playwright/test'
import { waitUntil } from '../e2e/_fixtures/processes.ts'

export interface WindowStart {
  readonly binary: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Selector of the part of the page that must be painted. */
  readonly within: string
}

/** Milliseconds from the start of the process to the first time that its page showed its largest text within `within`. */
export const paintedAfter = async (start: WindowStart, signal: AbortSignal): Promise<number> => {
  signal.throwIfAborted()
  // As root Chromium's sandbox cannot work; anybody else measures with it.
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const startedAt = epochNow()
  const child = spawn(start.binary, [...sandbox, ...start.args, '--remote-debugging-port=0'], {
    env: { ...process.env, ...start.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  try {
    return (await paintedAt(child, start.within, signal)) - startedAt
  } finally {
    await end(child)
  }
}

/** Same clock as a page's `performance.timeOrigin + performance.now()`: epoch milliseconds with fractions. */
const epochNow = (): number => performance.timeOrigin + performance.now()

const longestStartMs = 60_000
/** Nobody looks into the process while it starts; when it painted is read afterwards. */
const undisturbedMs = 3000

const paintedAt = async (child: ChildProcess, within: string, signal: AbortSignal): Promise<number> => {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
  })
  const address = await waitUntil('the DevTools address', longestStartMs, async () => {
    if (child.exitCode !== null) throw new Error(`the application ended with ${child.exitCode}:\n${said}`)
    return /DevTools listening on (ws:\/\/\S+)/u.exec(said)?.[1]
  })
  await sleep(undisturbedMs, undefined, { signal })
  const browser = await chromium.connectOverCDP(address, { noDefaults: true })
  try {
    return await waitUntil(`${within} to be painted`, longestStartMs, async () => {
      signal.throwIfAborted()
      const [page] = browser.contexts().flatMap((context) => context.pages())
      return page === undefined ? undefined : ((await firstPaint(page, within)) ?? undefined)
    })
  } finally {
    await browser.close()
  }
}

/** Epoch milliseconds of the first of the page's largest contents (Largest Contentful Paint) that lies within; null = none yet. */
const firstPaint = (page: Page, within: string): Promise<number | null> =>
  page.evaluate(
    (selector) =>
      new Promise<number | null>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          observer.disconnect()
          const painted = list.getEntries().find((entry) => {
            const element: unknown = Reflect.get(entry, 'element')
            return element instanceof Element && element.closest(selector) !== null
          })
          resolve(painted === undefined ? null : performance.timeOrigin + painted.startTime)
        })
        observer.observe({ type: 'largest-contentful-paint', buffered: true })
        setTimeout(() => resolve(null), 500)
      }),
    within,
  )

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await Promise.race([ended, sleep(5000).then(() => child.kill('SIGKILL'))])
  await ended
}
