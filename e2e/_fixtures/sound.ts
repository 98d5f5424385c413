import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './expect.ts'

const themes = ['light', 'contrast'] as const

/** Sizes of the smallest and the usual screen, and the smallest at 200 % zoom. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 683, height: 384 },
] as const

/** Sizes of the screens that public terminals have: standing, lying, and the smallest. */
export const terminalSizes = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 1280, height: 800 },
] as const

/** Sizes of the screens of halls: lying as most are, then small; standing, then four times as fine. */
export const boardSizes = [
  [
    { width: 1920, height: 1080 },
    { width: 1366, height: 768 },
    { width: 1280, height: 800 },
  ],
  [
    { width: 1080, height: 1920 },
    { width: 3840, height: 2160 },
    { width: 768, height: 1366 },
  ],
] as const

type Sizes = readonly [Size, Size, Size]
type Size = { readonly width: number; readonly height: number }

/** What comes or goes has come or gone: half seen, it is neither for axe. */
const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    ),
  )

/** What axe finds on the page as it stands, in each theme, as `rule: selector`. */
const findingsOf = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = []
  await atRest(page)
  for (const theme of themes) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme)
    // Legacy mode: the other one opens a blank page, which the application does not allow.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    for (const { id, nodes } of violations) {
      for (const { target } of nodes) found.push(`${theme} ${id}: ${target.join(' ')}`)
    }
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
  return found
}

/** Controls that lie outside of the page's width: nobody could come to see them. The document itself never scrolls; parts of it do. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { clientWidth: width, clientHeight: height, scrollWidth, scrollHeight } = document.documentElement
    const scrolls =
      scrollWidth > width || scrollHeight > height ? [`the document scrolls, ${scrollWidth} × ${scrollHeight}`] : []
    const controls = [...document.querySelectorAll<HTMLElement>('button, input, textarea, [role=radio], h1, h2')]
    const cut = controls.filter((each) => {
      const box = each.getBoundingClientRect()
      const inTable = each.closest('.intake-table, .dt-scroll') !== null
      return box.width > 1 && !inTable && (box.right > width + 1 || box.left < -1)
    })
    return [
      ...scrolls,
      ...cut.map((each) => `${each.tagName} ${each.textContent ?? ''}${each.getAttribute('name') ?? ''}`),
    ]
  })

/** Where the pictures of all screens are wanted (CONTRIBUTING.md), a folder that is there. */
const album = process.env['YICHUANG_SCREENS']

const takePictures = async (page: Page, folder: string, where: string, of: Sizes): Promise<void> => {
  const name = where.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')
  for (const size of of.slice(0, 2)) {
    await page.setViewportSize(size)
    await page.screenshot({ path: join(folder, `${name}-${size.width}.png`), animations: 'disabled', caret: 'hide' })
  }
  if (of === sizes) await takeZoomed(page, join(folder, `${name}-zoom.png`))
}

/** The smallest screen at 200 % zoom, as fine as it is there. */
const takeZoomed = async (page: Page, path: string): Promise<void> => {
  const [{ width, height }] = sizes
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setDeviceMetricsOverride', {
    width: Math.floor(width / 2),
    height: Math.floor(height / 2),
    deviceScaleFactor: 2,
    mobile: false,
  })
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'png' })
  await writeFile(path, Buffer.from(data, 'base64'))
  await devtools.send('Emulation.clearDeviceMetricsOverride')
  await devtools.detach()
}

/** Nothing for axe to find in either theme, and nothing cut off at any size. */
export const expectSound = async (page: Page, where: string, of: Sizes = sizes): Promise<void> => {
  const found = await findingsOf(page)
  // Looked at again: what was there only while something came or went is none.
  expect.soft(found.length === 0 ? found : await findingsOf(page), where).toEqual([])
  for (const size of of) {
    await page.setViewportSize(size)
    await expect.poll(() => cutOff(page), `${where} at ${size.width}`).toEqual([])
  }
  if (album !== undefined) await takePictures(page, album, where, of)
  await page.setViewportSize(of[0])
}
