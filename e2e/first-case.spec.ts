import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from './_fixtures/expect.ts'
import { currentWorkCalendar } from '../domain/calendar/state-council.ts'
import { disclosureClocks, serviceClocks } from '../domain/case/clocks.ts'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { citizen, trader } from './_fixtures/applicants.ts'
import {
  act,
  chooseDisclosure,
  chooseItem,
  fill,
  fillPerson,
  fillTrader,
  liveText,
  newIntake,
  openList,
  signIn,
} from './_fixtures/clerk.ts'
import { dayOf, dueOf, inLetter, onPage } from './_fixtures/dates.ts'
import { test } from './_fixtures/journey.ts'
import { isWholePdf, lettersIn, readLetter } from './_fixtures/letters.ts'

const subject = '河西片区污水管网改造工程施工合同及变更签证'

/** The rows of the list, each as its cells: number (without the center), item, applicant …; the last is where it comes from. */
const rowsOf = async (page: Page): Promise<readonly (readonly string[])[]> => {
  const rows = page.getByRole('grid', { name: '办件' }).getByRole('row')
  const all = await rows.evaluateAll((elements) =>
    elements.map((row) => [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent?.trim() ?? '')),
  )
  return all.filter((cells) => cells.length > 0)
}

const numbersOf = async (page: Page): Promise<readonly string[]> =>
  (await rowsOf(page)).map(([number]) => `990123-${number ?? ''}`).sort()

test('two cases are taken in with no network, survive kill -9, and reach the other window with their numbers', async ({
  center,
  folder,
  launch,
}) => {
  test.setTimeout(240_000)
  const printDir = join(folder, 'letters')
  const first = await launch()
  await signIn(first.page, 'linxiaomei')
  await expect(first.page.getByRole('button', { name: '离线' })).toBeVisible()

  // A service request of a sole trader, everything collected.
  await newIntake(first.page)
  await chooseItem(first.page, 'ggcswsxk', sampleGuide.name)
  await fillTrader(first.page, trader)
  await first.page.keyboard.press('Control+Enter')
  await expect(first.page.getByText('材料齐全，今日可以受理。')).toBeVisible()
  const shown = await liveText(first.page)
  const service = await act(first.page, '已受理')
  const { promised, statutory } = serviceClocks(sampleGuide, dayOf(service), currentWorkCalendar)
  const dues = { promised: dueOf(promised), statutory: dueOf(statutory) }
  expect(shown).toContain(onPage(dues.promised))
  expect(shown).toContain(onPage(dues.statutory))
  await expect(first.page.getByText('已存为 PDF，没有打印机')).toBeVisible()

  // A disclosure request in person: received today.
  await newIntake(first.page)
  await chooseDisclosure(first.page)
  await fillPerson(first.page, citizen)
  await fill(first.page, '被申请机关', '县住房和城乡建设局')
  await fill(first.page, '申请公开的政府信息', subject)
  const disclosure = await act(first.page, '已登记')
  const replyDue = dueOf(disclosureClocks(dayOf(disclosure), currentWorkCalendar).statutory)
  await expect(first.page.getByText('已存为 PDF，没有打印机')).toBeVisible()
  expect([service, disclosure].map((number) => number.slice(-9))).toEqual(
    ['W03-0001', 'W03-0002'].map((end) => `-${end}`),
  )

  // Both letters, as a citizen takes them home.
  const files = [`${service}_service_acceptance_1.pdf`, `${disclosure}_disclosure_receipt_1.pdf`] as const
  expect(await lettersIn(printDir)).toEqual([...files].sort())
  for (const [file, number, title, dates, name] of [
    [files[0], service, '受理通知书', [dues.promised, dues.statutory], trader.name],
    [files[1], disclosure, '政府信息公开申请登记回执', [replyDue], citizen.name],
  ] as const) {
    const pdf = join(printDir, file)
    expect(await isWholePdf(pdf)).toBe(true)
    const letter = await readLetter(pdf)
    expect(letter.pages).toBe(1)
    expect(letter.codes).toEqual([`CODE-128:${number}`, `QR-Code:${number}`])
    expect(letter.text).toContain(title)
    expect(letter.text).toContain(number)
    expect(letter.text).toContain(name)
    for (const date of dates) expect(letter.text).toContain(inLetter(date))
    expect(letter.fonts.length).toBeGreaterThan(0)
    expect(letter.fonts.filter(({ embedded }) => !embedded)).toEqual([])
  }

  // The power goes. Nothing was sent yet, nothing is lost.
  await first.kill()
  const again = await launch()
  await signIn(again.page, 'linxiaomei')
  await openList(again.page)
  await expect.poll(() => numbersOf(again.page)).toEqual([service, disclosure])
  await expect(again.page.getByRole('button', { name: '离线，待传 4' })).toBeVisible()
  for (const row of await rowsOf(again.page)) expect(row.at(-1)).toContain('尚未上传')

  // The network is back. Nobody presses anything.
  await center.start()
  await expect(again.page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 90_000 })
  for (const row of await rowsOf(again.page)) expect(row.at(-1)).toBe('W03')

  // Another window, enrolled just now.
  const code = await center.enrolCode('W05')
  const other = await launch('W05', [`--enrol=${center.url},${code}`])
  await signIn(other.page, 'zhouhang')
  await openList(other.page)
  await expect.poll(() => numbersOf(other.page)).toEqual([service, disclosure])
  const cells = (await rowsOf(other.page)).find((row) => row.includes(sampleGuide.name))
  expect(cells?.[2]).toBe(trader.name)
  expect((await rowsOf(other.page)).find((row) => row.includes(subject))?.[2]).toBe('孙＊国')

  // It opens one: the most urgent stands first.
  await other.page.keyboard.press('ArrowDown')
  await other.page.keyboard.press('Enter')
  await expect(other.page.getByRole('heading', { level: 1, name: sampleGuide.name })).toBeVisible()
  await expect(other.page.getByText(service, { exact: true })).toBeVisible()
  const passed = other.page.getByRole('list', { name: '经过' }).getByRole('listitem')
  await expect(passed).toHaveCount(2)
  await expect(passed.nth(0)).toContainText(/打印文书.*受理通知书.*林晓梅 · W03 · .* 送达/u)
  await expect(passed.nth(1)).toContainText(/受理.*收材料 8 项.*林晓梅 · W03 · .* 送达/u)

  expect(await other.close()).toBe(0)
  expect(await again.close()).toBe(0)
  await center.stop()
})
