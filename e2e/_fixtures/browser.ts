import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type Page, chromium } from '@playwright/test'

/** Where the console is used: a browser of the machine, not the application's own Chromium. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch(
    process.platform === 'linux'
      ? { executablePath: browserPath(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] }
      : { channel: process.platform === 'win32' ? 'msedge' : 'chrome' },
  )

/** Debian and most call it so; `CHROMIUM` names another. */
const browserPath = (): string => {
  const named = process.env['CHROMIUM']
  if (named !== undefined) return named
  const places = (process.env['PATH'] ?? '').split(delimiter)
  const found = ['chromium', 'chromium-browser', 'google-chrome']
    .flatMap((name) => places.map((place) => join(place, name)))
    .find((path) => isProgram(path))
  if (found === undefined)
    throw new Error('no Chromium on PATH (Debian: apt-get install chromium), and CHROMIUM names none')
  return found
}

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A page in a browser of its own, whose errors fail the test: with what a page may load forbidden by policy, one is a fault of ours. */
export const openPage = async (
  browser: Browser,
  url: string,
): Promise<{ readonly page: Page; readonly errors: string[] }> => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (said) => {
    // An answer of refusal is told by the browser too; it is what the test asks for.
    if (said.type() === 'error' && !said.text().startsWith('Failed to load resource')) errors.push(said.text())
  })
  await page.goto(url)
  return { page, errors }
}
