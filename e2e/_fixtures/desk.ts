import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { connectTo } from './connect.ts'
import { descendantsOf, isRunning, waitUntil } from './processes.ts'

export type DeskOptions = {
  /** Folder of the store; its print folder is `<dataDir>/printed` unless `printDir` says otherwise. */
  readonly dataDir: string
  readonly printDir?: string
  /** Further flags, e.g. `--enrol=URL,CODE`. */
  readonly args?: readonly string[]
  /** Laid over this process's environment. The store is opened with a fixed passphrase unless `YICHUANG_PASSPHRASE` says otherwise. */
  readonly env?: Readonly<Record<string, string>>
}

/** A running packaged application, driven over the DevTools protocol because its fuses let nothing else in. */
export type Desk = {
  readonly app: DeskApp
  /** The workbench, or the failure page when it could not open. */
  readonly page: Page
  /** Ends it as the system does at log-off; answers the exit code. */
  close(): Promise<number>
  /** `kill -9` on the application; resolves when every process of it is gone. */
  kill(): Promise<void>
}

export type DeskApp = {
  readonly pid: number
  readonly browser: Browser
  readonly context: BrowserContext
  readonly printDir: string
  /** Everything it has said on the terminal so far. */
  output(): string
  /** Process id of the host. */
  hostPid(): Promise<number>
  /** The newest page on this document of ours, waiting for it, e.g. `failure.html`. */
  pageAt(document: string): Promise<Page>
  /** Exit code, once it has ended by itself. */
  exited(): Promise<number>
}

const startMs = 45_000

/** What every store of the tests is opened with. */
export const testPassphrase = 'passphrase of the tests'

/** Path of the application `npm run package` makes. */
export const deskBinary = (): string => {
  const dist = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist')
  const folder =
    process.platform === 'win32' ? 'win-unpacked' : `linux${process.arch === 'x64' ? '' : `-${process.arch}`}-unpacked`
  const binary = join(dist, folder, process.platform === 'win32' ? 'Yichuang.exe' : 'yichuang')
  if (!existsSync(binary)) throw new Error(`${binary} does not exist: run npm run package first`)
  return binary
}

/** Starts the application only and answers its process, for tests of how it refuses to start. */
export const spawnDesk = (args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess => {
  // As root Chromium's sandbox cannot work; anybody else runs with it.
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return spawn(deskBinary(), [...sandbox, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

export const launchDesk = async ({
  dataDir,
  printDir = join(dataDir, 'printed'),
  args = [],
  env = {},
}: DeskOptions): Promise<Desk> => {
  const flags = [`--data-dir=${dataDir}`, `--print-dir=${printDir}`, ...args]
  const child = spawnDesk([...flags, '--remote-debugging-port=0', '--password-store=basic'], {
    ...process.env,
    // The key store of a developer's desktop must neither be asked nor changed by a test.
    YICHUANG_PASSPHRASE: testPassphrase,
    ...env,
    YICHUANG_DRIVER: '1',
  })
  const killOnExit = (): void => void child.kill('SIGKILL')
  process.once('exit', killOnExit)
  let output = ''
  const hear = (chunk: Buffer): void => {
    output += chunk.toString('utf8')
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const exit = new Promise<number>((resolve) => {
    child.once('exit', (code, signal) => {
      process.removeListener('exit', killOnExit)
      // As a shell counts it: 139 is a crash, 143 a SIGTERM that was not heard.
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
  const { pid } = child
  if (pid === undefined) throw new Error('the application did not start')

  try {
    const address = await waitUntil('the DevTools address', startMs, async () => {
      if (child.exitCode !== null) throw new Error(`the application ended with ${child.exitCode}:\n${output}`)
      return /DevTools listening on (ws:\/\/\S+)/u.exec(output)?.[1]
    })
    const browser = await connectTo(address, startMs)
    const context = browser.contexts()[0]
    if (context === undefined) throw new Error('no page context')
    const app: DeskApp = {
      pid,
      browser,
      context,
      printDir,
      output: () => output,
      hostPid: () =>
        waitUntil(
          'the host process',
          startMs,
          async () =>
            (await descendantsOf(pid)).find(({ command }) =>
              command.includes('--utility-sub-type=node.mojom.NodeService'),
            )?.pid,
        ),
      pageAt: (document) =>
        waitUntil(`the page ${document}`, startMs, async () =>
          context.pages().findLast((page) => page.url().startsWith(`app://yichuang/${document}`)),
        ),
      exited: () => exit,
    }
    // The workbench gives way to the failure page when the store does not open: a page that is gone meanwhile was not the one.
    const page = await waitUntil('the first page', startMs, async () => {
      const found = context
        .pages()
        .find((candidate) => /^app:\/\/yichuang\/(?:index|kiosk|board|failure)\.html/u.test(candidate.url()))
      return found === undefined ? undefined : makeReady(context, found).catch(() => undefined)
    })
    return {
      app,
      page,
      close: async () => {
        child.kill('SIGTERM')
        const code = await exit
        await browser.close()
        return code
      },
      kill: async () => {
        const family = await descendantsOf(pid)
        child.kill('SIGKILL')
        await exit
        await waitUntil('the end of every process', startMs, async () => {
          const running = await Promise.all(family.map((process) => isRunning(process.pid)))
          return running.includes(true) ? undefined : true
        })
        await browser.close()
      },
    }
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error(`the application could not be driven:\n${output}`, { cause: error })
  }
}

/** Without a window manager nobody gives the window the focus; a person in front of it would. */
const makeReady = async (context: BrowserContext, page: Page): Promise<Page> => {
  await page.waitForLoadState('load')
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true })
  return page
}
