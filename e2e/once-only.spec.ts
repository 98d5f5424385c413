import { join } from 'node:path'
import { expect } from './_fixtures/expect.ts'
import { currentWorkCalendar } from '../domain/calendar/state-council.ts'
import { serviceClocks } from '../domain/case/clocks.ts'
import { fromDayNumber, dayNumberOf, plainDateInShanghai } from '../domain/plain-date.ts'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { secondCitizen, trader } from './_fixtures/applicants.ts'
import {
  act,
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
import { lawItem, longItem, openItem } from './_fixtures/items.ts'
import { test } from './_fixtures/journey.ts'
import { fieldOf, tabTo } from './_fixtures/keyboard.ts'
import { lettersIn, readLetter } from './_fixtures/letters.ts'

const missing = '公共场所卫生检测或者评价报告'
const tolerable = '从业人员健康合格证明'

test('a missing paper is told once and in writing, and the clock starts on the day it comes', async ({
  folder,
  launch,
}) => {
  test.setTimeout(120_000)
  const printDir = join(folder, 'letters')
  const { page } = await launch()
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillTrader(page, trader)

  // All are there but the last; of the copies of the last but one, one follows later.
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Alt+m')
  await page.keyboard.press('End')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Space')
  const later = fromDayNumber(dayNumberOf(plainDateInShanghai(Date.now())) + 5)
  await expect(fieldOf(page, `“${tolerable}”承诺补交日期`)).toBeFocused()
  await page.keyboard.type(later.replaceAll('-', ''))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: new RegExp(tolerable, 'u') })).toContainText(`承诺 ${later}`)
  await expect(page.getByText('缺 1 项不可容缺的材料，今日不能受理。')).toBeVisible()
  await expect(page.getByRole('button', { name: '一次性告知' })).toHaveAttribute('aria-keyshortcuts', 'F9')
  await expect(page.getByRole('button', { name: /^受理/u })).toHaveAttribute('aria-disabled', 'true')

  const correctBy = fromDayNumber(dayNumberOf(later) + 10)
  await fill(page, '补正期限', correctBy.replaceAll('-', ''))
  const caseNo = await act(page, '已一次性告知')
  await expect(page.getByText('已存为 PDF，没有打印机')).toHaveCount(2)
  const files = [`${caseNo}_service_once_only_notice_1.pdf`, `${caseNo}_service_receipt_1.pdf`] as const
  expect(await lettersIn(printDir)).toEqual(files)
  const notice = await readLetter(join(printDir, files[0]))
  expect(notice.codes).toEqual([`CODE-128:${caseNo}`, `QR-Code:${caseNo}`])
  expect(notice.text).toContain('一次性告知书')
  expect(notice.text).toContain(missing)
  expect(notice.text).toContain(`请于${inLetter(correctBy)}前`)
  for (const { name } of sampleGuide.materials) {
    if (name !== missing && name !== tolerable) expect(notice.text).not.toContain(name)
  }
  const receipt = await readLetter(join(printDir, files[1]))
  expect(receipt.text).toContain('收取申请材料凭证')
  expect(receipt.text).toContain('卫生许可证申请表')

  // No clock runs on the case page until the paper comes.
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('heading', { level: 1, name: sampleGuide.name })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待补正')
  const ledger = page.getByRole('region', { name: '期限账' })
  await expect(ledger).toContainText('期限还没有起算')
  await page.keyboard.press('F9')
  const dialog = page.getByRole('dialog', { name: /^补齐并受理/u })
  await expect(dialog.getByRole('spinbutton', { name: `${missing} 实收份数` })).toBeFocused()
  // What is still open keeps the act out of reach.
  await page.keyboard.press('F9')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('F9')
  await expect(dialog).toHaveCount(0)

  const { promised, statutory } = serviceClocks(sampleGuide, dayOf(caseNo), currentWorkCalendar)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已受理')
  await expect(page.getByRole('table', { name: '期限账' }).getByRole('row').nth(1)).toContainText(
    `${onPage(dayOf(caseNo)).slice(5, 10)} 周`,
  )
  await expect(page.getByRole('table', { name: '期限账' })).toContainText('受理，当日不计')
  await expect(page.getByRole('table', { name: '期限账' })).toContainText(dueOf(statutory).slice(5))
  await expect(page.getByText(dueOf(promised), { exact: false }).first()).toBeVisible()
  const passed = page.getByRole('list', { name: '经过' }).getByRole('listitem')
  await expect(passed).toHaveCount(4)
  await expect(passed.first()).toContainText('补齐材料并受理')
  await expect(passed.last()).toContainText(/一次性告知.*缺 1 项.*容缺 1 项/u)
})

test('the picker shows the limit that the law sets where the guide states none', async ({ launch }) => {
  const { page } = await launch()
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await page.keyboard.type('户外广告')
  const optionOf = (name: string) => page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) })
  await expect(optionOf(lawItem.name)).toContainText('法定 20 个工作日（行政许可法）')
  await expect(optionOf(openItem.name)).toContainText('未公布时限')
})

test('a wrong number of a person goes through with its reason and not without', async ({ launch }) => {
  const { page } = await launch()
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  const slip = `${secondCitizen.idNumber.slice(0, -1)}8`
  await fillPerson(page, { ...secondCitizen, idNumber: slip })
  await expect(page.getByText('校验位不对，请与证件核对')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('F9')
  await expect(page.getByText('有 1 处未填或有误。', { exact: true })).toBeVisible()
  await expect(fieldOf(page, '证件号码')).toBeFocused()

  await fill(page, '号码缺少或有误的原因', '证件磨损，末位看不清，已登记待核')
  const caseNo = await act(page, '已受理')
  await page.keyboard.press('Control+o')
  await expect(page.getByText(caseNo, { exact: true })).toBeVisible()
  await expect(page.getByText('证件磨损，末位看不清，已登记待核')).toBeVisible()
})

test('a due date beyond the published calendar is called provisional on the page, in the list and on the letter', async ({
  folder,
  launch,
}) => {
  const printDir = join(folder, 'letters')
  const { page } = await launch()
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'lsjzxs', longItem.name)
  await fillPerson(page, secondCitizen)
  await page.keyboard.press('Control+Enter')
  const live = await liveText(page)
  const caseNo = await act(page, '已受理')
  const { promised, statutory } = serviceClocks(longItem, dayOf(caseNo), currentWorkCalendar)
  for (const clock of [promised, statutory]) {
    expect(clock?.provisional).toBe(true)
    expect(live).toContain(`${onPage(dueOf(clock))}暂定`)
  }
  await expect(page.getByText('已存为 PDF，没有打印机')).toBeVisible()
  const letter = await readLetter(join(printDir, `${caseNo}_service_acceptance_1.pdf`))
  expect(letter.text).toContain(`${inLetter(dueOf(statutory))}，暂定`)

  await page.keyboard.press('Control+o')
  await tabTo(page, page.getByRole('grid', { name: '期限日历' }))
  await expect(page.getByRole('region', { name: '期限账' })).toContainText('暂定')
  await openList(page)
  await expect(page.getByRole('row', { name: new RegExp(longItem.name, 'u') })).toContainText('暂定')
})
