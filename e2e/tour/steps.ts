import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { dayNumberOf, fromDayNumber, plainDateInShanghai } from '../../domain/plain-date.ts'
import { sampleGuide } from '../../server/sample/sample-guide.ts'
import { citizen, trader } from '../_fixtures/applicants.ts'
import {
  chooseDisclosure,
  chooseItem,
  fill,
  fillPerson,
  fillTrader,
  newIntake,
  openList,
  signIn,
} from '../_fixtures/clerk.ts'
import type { Desk } from '../_fixtures/desk.ts'
import { expect } from '../_fixtures/expect.ts'
import { fieldOf } from '../_fixtures/keyboard.ts'
import type { Album } from './album.ts'

const subject = '河西片区污水管网改造工程施工合同及变更签证'
const large = { large: true } as const

/** What `npm start` shows, step by step. */

export const signInPage = async ({ page }: Desk, album: Album): Promise<void> => {
  await expect(fieldOf(page, '工号')).toBeFocused()
  await album.picture(page, 'sign-in', 'Window 3, the server away: the clerk signs in all the same', large)
  await signIn(page, 'linxiaomei')
}

/** Answers the number of the case. */
export const serviceRequest = async ({ page, app }: Desk, album: Album): Promise<string> => {
  await newIntake(page)
  await expect(page.getByRole('option', { name: /行政许可/u }).first()).toBeVisible()
  await album.picture(page, 'intake-empty', 'F2, a new intake: the items, recent ones first')
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await album.picture(
    page,
    'intake-item',
    'An item found by its pinyin initials: nothing is here yet, so F9 is the once-only notice',
  )
  await fillTrader(page, trader)
  await collect(page)
  await album.picture(
    page,
    'intake',
    'Filled in: one paper may follow later, both due dates and why they are these',
    large,
  )
  const number = await finish(page, '已受理')
  await album.picture(
    page,
    'accepted',
    'F9: accepted, with a number that is final although the server has not heard of it',
  )
  await album.letter(join(app.printDir, `${number}_service_acceptance_1.pdf`), 'acceptance', 'The notice of acceptance')
  return number
}

/** Answers the number of the case. */
export const disclosureRequest = async ({ page, app }: Desk, album: Album): Promise<string> => {
  await newIntake(page)
  await chooseDisclosure(page)
  await fillPerson(page, citizen)
  await fill(page, '被申请机关', '县住房和城乡建设局')
  await fill(page, '申请公开的政府信息', subject)
  await album.picture(
    page,
    'disclosure',
    'A disclosure request handed in: received today, answered within 20 working days',
    large,
  )
  const number = await finish(page, '已登记')
  await album.picture(page, 'registered', 'Registered')
  await album.letter(
    join(app.printDir, `${number}_disclosure_receipt_1.pdf`),
    'receipt',
    'The receipt of the disclosure request',
  )
  return number
}

/** What waits while the server is away. */
export const outbox = async ({ page }: Desk, album: Album): Promise<void> => {
  await page.keyboard.press('Alt+8')
  await expect(page.getByRole('table', { name: '待传内容' })).toBeVisible()
  await album.picture(page, 'sync-offline', 'Offline: what waits for the server, and when it is tried again', large)
}

/** The server is back, and nobody presses anything. */
export const synced = async ({ page }: Desk, album: Album): Promise<void> => {
  await expect(page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 180_000 })
  await album.picture(page, 'sync', 'The server is back: everything was sent by itself')
}

export const casePage = async ({ page }: Desk, album: Album, number: string): Promise<void> => {
  await page.keyboard.press('Alt+3')
  await expect(rowOf(page, number)).toBeVisible()
  await album.picture(page, 'list', 'The cases of the center, the most urgent first', large)
  await openCase(page, number)
  await album.picture(page, 'case', 'A case: its ledger of days, what happened, what can be done now', large)
}

/** The other window shows both cases, although it took in neither. */
export const otherWindow = async (
  { page }: Desk,
  album: Album,
  { service, disclosure }: { readonly service: string; readonly disclosure: string },
): Promise<void> => {
  await signIn(page, 'zhouhang')
  await openList(page)
  for (const number of [service, disclosure]) await expect(rowOf(page, number)).toBeVisible()
  await album.picture(page, 'other-window-list', 'Window 5 has both cases, under the same numbers')
  await openCase(page, disclosure)
  await album.picture(page, 'other-window-case', 'The disclosure request there: who did what, on which device')
}

/** The list leaves the center out of the number. */
const rowOf = (page: Page, number: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: number.slice(7), exact: true }) })

/** The search of the list has the focus: whatever is typed there finds. */
const openCase = async (page: Page, number: string): Promise<void> => {
  await page.keyboard.type(number)
  await expect(page.getByRole('row').filter({ has: page.getByRole('gridcell') })).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByText(number, { exact: true })).toBeVisible()
  await expect(page.getByRole('list', { name: '经过' })).toBeVisible()
}

/** All papers are there, but of the health certificates one follows later. */
const collect = async (page: Page): Promise<void> => {
  const at = sampleGuide.materials.findIndex(({ tolerable }) => tolerable)
  const name = sampleGuide.materials[at]?.name ?? ''
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Alt+m')
  for (let row = 0; row < at; row += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(fieldOf(page, `“${name}”承诺补交日期`)).toBeFocused()
  const promised = fromDayNumber(dayNumberOf(plainDateInShanghai(Date.now())) + 7)
  await page.keyboard.type(promised.replaceAll('-', ''))
  await page.keyboard.press('Enter')
  await expect(page.getByText('容缺 1 项，其余齐全，今日可以受理。')).toBeVisible()
}

/** F9, after the cases of an earlier tour that look alike were called different. Answers the number. */
const finish = async (page: Page, done: string): Promise<string> => {
  const result = page.getByRole('region', { name: done })
  const different = page.getByRole('button', { name: '不是同一件' })
  for (;;) {
    await page.keyboard.press('F9')
    await expect(result.or(different.and(page.locator(':focus'))).first()).toBeVisible()
    if (await result.isVisible()) break
    await page.keyboard.press('Enter')
  }
  await expect(result.getByText('已存为 PDF')).toBeVisible({ timeout: 60_000 })
  return result.getByText(/^\d{6}-\d{8}-[A-Z]\d{2,4}-\d{4,6}$/u).innerText()
}
