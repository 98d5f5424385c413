import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { chooseItem, newIntake, openList, signIn } from '../e2e/_fixtures/clerk.ts'
import { expect } from '../e2e/_fixtures/expect.ts'
import { fieldOf, tabTo } from '../e2e/_fixtures/keyboard.ts'
import { citizen } from '../e2e/_fixtures/applicants.ts'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import type { Bench } from './bench.ts'
import { blankApplication } from './blank-start.ts'
import { packagedDesk } from './packaged-desk.ts'
import { percentile } from './measure.ts'
import { benchPassphrase, drawQueries, generatePassphraseStore } from './passphrase-store.ts'
import { progressOf } from './progress.ts'
import type { BenchLine } from './report.ts'
import { inTemporaryFolder } from './temporary-folder.ts'
import { countedKeys } from './ui/counted-keys.ts'
import { driveWindow } from './ui/driven-window.ts'
import { paintedAfterInput } from './ui/key-to-paint.ts'
import { scrollFrames } from './ui/scroll-frames.ts'

const defaultSize = 100_000
const typed = 'abcdefghij klmnopqrst 0123456789 uvwxyzabcd 0123456789'
const opened = 40

/**
 * The packaged application with `size` cases as somebody meets it who works at it: from a key to the frame that shows it. Every time is
 * in milliseconds, beside the same on a blank page of the same Electron, whose share is the machine's.
 */
export const benchUi: Bench = ({ size, signal }) =>
  inTemporaryFolder(async function* (folder) {
    const dataDir = join(folder, 'store')
    const cases = size ?? defaultSize
    await generatePassphraseStore(dataDir, cases, signal)
    const queries = await drawQueries(dataDir)
    const blank = await measureBlank(folder)
    signal.throwIfAborted()
    const desk = await driveWindow({
      binary: await packagedDesk(),
      args: [`--data-dir=${dataDir}`, `--print-dir=${join(folder, 'printed')}`, '--password-store=basic'],
      env: { YICHUANG_PASSPHRASE: benchPassphrase, YICHUANG_DRIVER: '1' },
    })
    try {
      const { page } = desk
      await signIn(page, 'linxiaomei')
      yield* intakeLines(await typeInIntake(page), blank.typing)
      signal.throwIfAborted()
      yield timeLine('ui.search-rows', await searchInList(page, queries, signal), 100, `${cases} cases`)
      yield timeLine('ui.case-open', await openCases(page, signal), 150, 'Enter on a row to the whole page')
      yield framesLine((await scrollList(page)).gaps, blank.scrolling)
      yield await keysLine(page)
    } finally {
      await desk.close()
    }
  })

const typing = { within: null, watchMs: 60 } as const

const typeInto = async (page: Page, text: string): Promise<readonly number[]> => {
  const times: number[] = []
  for (const key of text) times.push(await paintedAfterInput(page, () => page.keyboard.press(key), typing))
  return times
}

const measureBlank = async (folder: string) => {
  const window = await driveWindow({ ...(await blankApplication(folder)), env: {} })
  try {
    await window.page.evaluate(() => {
      const field = document.createElement('input')
      const list = document.createElement('div')
      list.style.cssText = 'height: 400px; overflow: auto'
      list.id = 'list'
      for (let row = 0; row < 2000; row += 1) {
        const line = document.createElement('p')
        line.textContent = `row ${row}`
        list.append(line)
      }
      document.body.append(field, list)
      field.focus()
    })
    return { typing: await typeInto(window.page, typed), scrolling: (await scrollFrames(window.page, '#list')).gaps }
  } finally {
    await window.close()
  }
}

/** Name and address of an applicant, with the offers and limits that follow the typing. */
const typeInIntake = async (page: Page): Promise<readonly number[]> => {
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  const times: number[] = []
  for (const label of ['姓名', '地址']) {
    await tabTo(page, fieldOf(page, label))
    times.push(...(await typeInto(page, typed)))
  }
  return times
}

const searchInList = async (
  page: Page,
  queries: readonly string[],
  signal: AbortSignal,
): Promise<readonly number[]> => {
  const times: number[] = []
  const progress = progressOf('searches', queries.length)
  await openList(page)
  for (const [at, text] of queries.entries()) {
    signal.throwIfAborted()
    await page.keyboard.press('/')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await expect(page.getByRole('grid', { name: '办件' }).getByRole('row').nth(2)).toBeVisible()
    for (const character of text) {
      const send = (): Promise<void> => page.keyboard.insertText(character)
      times.push(await paintedAfterInput(page, send, { within: '[role=grid]', watchMs: 450 }))
    }
    progress.show(at + 1)
  }
  progress.end()
  return times
}

const openCases = async (page: Page, signal: AbortSignal): Promise<readonly number[]> => {
  const times: number[] = []
  for (let n = 0; n < opened; n += 1) {
    signal.throwIfAborted()
    await openList(page)
    await page.keyboard.press('/')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await expect(page.getByRole('grid', { name: '办件' }).getByRole('row').nth(2)).toBeVisible()
    for (let row = 0; row <= n; row += 1) await page.keyboard.press('ArrowDown')
    await expect(page.locator('[role=row][aria-selected=true]')).toBeVisible()
    const enter = (): Promise<void> => page.keyboard.press('Enter')
    times.push(await paintedAfterInput(page, enter, { within: 'main', watchMs: 900 }))
    await expect(page.getByRole('list', { name: '经过' })).toBeVisible()
  }
  // The first brings the code of the page; nobody opens a first case twice a day.
  return times.slice(1)
}

const scrollList = async (page: Page) => {
  await openList(page)
  return scrollFrames(page, '[role=grid]')
}

const mostKeys = 60

/** A known item, everything there, accepted: what is pressed beside the applicant's own data. */
const keysLine = async (page: Page): Promise<BenchLine> => {
  const keys = countedKeys(page)
  await keys.press('F2')
  await expect(page.getByRole('combobox', { name: '办什么事' })).toBeFocused()
  await keys.type('ggcs')
  const wanted = page.getByRole('option').filter({ has: page.getByText(sampleGuide.name, { exact: true }) })
  await expect(wanted).toHaveCount(1)
  while ((await wanted.getAttribute('aria-selected')) !== 'true') await keys.press('ArrowDown')
  await keys.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: sampleGuide.name })).toBeVisible()
  for (const [label, text] of [
    ['姓名', citizen.name],
    ['证件号码', citizen.idNumber],
    ['电话', citizen.phone],
    ['地址', citizen.address],
  ] as const) {
    for (let stop = 0; stop < 10 && !(await isFocused(page, label)); stop += 1) await keys.press('Tab')
    await keys.free(text)
  }
  await keys.press('Control+Enter')
  await keys.press('F9')
  await expect(page.getByRole('region', { name: '已受理' })).toBeVisible()
  return {
    name: 'ui.keys',
    value: keys.count(),
    limit: mostKeys,
    bound: 'most',
    detail: 'keys from the empty desk to the accepted request, the applicant’s own data not counted',
  }
}

const isFocused = (page: Page, label: string): Promise<boolean> =>
  fieldOf(page, label).evaluateAll((elements) => elements.some((each) => each === document.activeElement))

const round = (value: number): number => Math.round(value * 10) / 10

const timeLine = (name: string, times: readonly number[], limit: number, of: string): BenchLine => ({
  name: `${name}.p95`,
  value: percentile(times, 0.95),
  limit,
  bound: 'most',
  detail: `ms; p50 ${round(percentile(times, 0.5))}, of ${times.length}, ${of}`,
})

const intakeLines = function* (times: readonly number[], blank: readonly number[]): Generator<BenchLine, void, void> {
  const machine = percentile(blank, 0.95)
  yield timeLine('ui.key-paint', times, 50, `blank page ${round(machine)} ms at p95`)
  yield {
    name: 'ui.key-paint.ratio',
    value: percentile(times, 0.95) / machine,
    limit: null,
    bound: 'most',
    detail: 'to a field on a blank page',
  }
}

/** A frame that comes after more than a turn and a half was left out. */
const isLate = (gap: number): boolean => gap > 25

const framesLine = (gaps: readonly number[], blank: readonly number[]): BenchLine => {
  const perSecond = (all: readonly number[]): number => 1000 / (all.reduce((sum, gap) => sum + gap, 0) / all.length)
  const late = (all: readonly number[]): string => `${all.filter(isLate).length} of ${all.length} late`
  return {
    name: 'ui.scroll',
    value: perSecond(gaps) / perSecond(blank),
    limit: 0.9,
    bound: 'least',
    detail: `${Math.round(perSecond(gaps))} frames a second (${late(gaps)}) / blank page ${Math.round(perSecond(blank))} (${late(blank)})`,
  }
}
