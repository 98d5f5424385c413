import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Page, chromium } from '@playwright/test'
import { waitUntil } from '../../e2e/_fixtures/processes.ts'

export interface WindowToDrive {
  readonly binary: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

export interface DrivenWindow {
  readonly page: Page
  readonly close: () => Promise<void>
}

const longestStartMs = 60_000

/** Starts an Electron application and answers its first page, with the focus that a person in front of it would give it. */
export const driveWindow = async ({ binary, args, env }: WindowToDrive): Promise<DrivenWindow> => {
  // As root Chromium's sandbox cannot work; anybody else measures with it.
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(binary, [...sandbox, ...args, '--remote-debugging-port=0'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8')
  })
  try {
    const address = await waitUntil('the DevTools address', longestStartMs, async () => {
      if (child.exitCode !== null) throw new Error(`the application ended with ${child.exitCode}:\n${said}`)
      return /DevTools listening on (ws:\/\/\S+)/u.exec(said)?.[1]
    })
    // Chromium does not always answer a debugger that comes while its first page is put in place.
    await sleep(2000)
    const browser = await chromium.connectOverCDP(address, { noDefaults: true })
    const page = await waitUntil('the first page', longestStartMs, async () => browser.contexts()[0]?.pages()[0])
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true })
    return {
      page,
      close: async () => {
        await browser.close()
        await end(child)
      },
    }
  } catch (error) {
    await end(child)
    throw error
  }
}

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await Promise.race([ended, sleep(5000).then(() => child.kill('SIGKILL'))])
  await ended
}
