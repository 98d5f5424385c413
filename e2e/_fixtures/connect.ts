import { chromium } from '@playwright/test'
import type { Browser } from '@playwright/test'
import { waitUntil } from './processes.ts'

const tries = 4
const tryMs = 10_000

/**
 * Connects to a page of ours over the DevTools protocol, once one is there: Chromium 114 does not always answer a debugger
 * that comes while the first page is still being put in place, so a connection that hangs is given up and made again.
 *
 * @param address `ws://127.0.0.1:PORT/devtools/browser/ID`
 */
export const connectTo = async (address: string, ms: number): Promise<Browser> => {
  const list = `http://${new URL(address).host}/json/list`
  await waitUntil('a page to drive', ms, async () => {
    const targets: unknown = await fetch(list).then(
      (response) => response.json(),
      () => [],
    )
    return Array.isArray(targets) && targets.some(isOurs) ? true : undefined
  })
  for (let n = 1; ; n += 1) {
    try {
      return await chromium.connectOverCDP(address, { noDefaults: true, timeout: tryMs })
    } catch (error) {
      if (n === tries) throw error
    }
  }
}

const isOurs = (target: unknown): boolean =>
  typeof target === 'object' &&
  target !== null &&
  'url' in target &&
  typeof target.url === 'string' &&
  target.url.startsWith('app://yichuang/')
