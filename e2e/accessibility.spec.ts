import { expect } from './_fixtures/expect.ts'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { citizen, trader } from './_fixtures/applicants.ts'
import {
  act,
  chooseDisclosure,
  chooseItem,
  fill,
  fillPerson,
  fillTrader,
  newIntake,
  openList,
  signIn,
} from './_fixtures/clerk.ts'
import { test } from './_fixtures/journey.ts'
import { fieldOf, tabTo } from './_fixtures/keyboard.ts'
import { expectSound } from './_fixtures/sound.ts'

test('every screen passes axe in both themes, and nothing is cut off at any size', async ({ launch }) => {
  test.setTimeout(240_000)
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await expect(fieldOf(page, '工号')).toBeFocused()
  await expectSound(page, 'sign-in')
  await signIn(page, 'linxiaomei')
  await expect(page.getByText('本窗口没有待办')).toBeVisible()
  await expectSound(page, 'empty queue')
  await openList(page)
  await expect(page.getByText('0 件').first()).toBeVisible()
  await expectSound(page, 'empty list')

  await newIntake(page)
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectSound(page, 'empty intake')
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await page.keyboard.press('F9')
  await expect(page.getByText('这一项必须填写。').first()).toBeVisible()
  await expectSound(page, 'service intake with its problems told')
  await fillTrader(page, trader)
  await page.keyboard.press('Control+Enter')
  await expectSound(page, 'filled service intake')
  await act(page, '已受理')
  await expect(page.getByText('已存为 PDF，没有打印机')).toBeVisible()
  await expectSound(page, 'accepted')

  await newIntake(page)
  await chooseDisclosure(page)
  await fillPerson(page, citizen)
  await fill(page, '被申请机关', '县住房和城乡建设局')
  await fill(page, '申请公开的政府信息', '河西片区污水管网改造工程施工合同及变更签证')
  await expectSound(page, 'filled disclosure intake')
  await act(page, '已登记')
  await expect(page.getByText('已存为 PDF，没有打印机')).toBeVisible()

  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('row', { name: new RegExp(sampleGuide.name, 'u') })).toBeVisible()
  await expectSound(page, 'list')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: sampleGuide.name })).toBeVisible()
  await expectSound(page, 'case page')
  await page.keyboard.press('Alt+8')
  await expect(page.getByRole('heading', { level: 1, name: '同步' })).toBeVisible()
  await expect(page.getByRole('table', { name: '待传内容' })).toBeVisible()
  await expectSound(page, 'sync page')
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('button', { name: '解锁' })).toBeVisible()
  await expectSound(page, 'lock screen')
})

test('every dialog passes axe in both themes, and nothing is cut off at any size', async ({ launch }) => {
  test.setTimeout(240_000)
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillTrader(page, trader)
  await page.keyboard.press('F7')
  await expect(page.getByRole('dialog', { name: '不予受理' })).toBeVisible()
  await expectSound(page, 'dialog of a refusal')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  // Left half-filled: a draft in the list of the next intake.
  await newIntake(page)
  const draft = page.getByRole('button', { name: new RegExp(trader.name, 'u') })
  await tabTo(page, draft)
  await expectSound(page, 'list of drafts')
  await page.keyboard.press('Delete')
  await expect(page.getByRole('alertdialog', { name: '删除这份草稿？' })).toBeVisible()
  await expectSound(page, 'question before a draft is thrown away')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
  await tabTo(page, draft)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: sampleGuide.name })).toBeVisible()

  await act(page, '已一次性告知')
  await expect(page.getByText('已存为 PDF，没有打印机')).toBeVisible()
  await page.keyboard.press('F4')
  await expect(page.getByRole('region', { name: '一次性告知书' })).toContainText(trader.name)
  await expectSound(page, 'preview of a letter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('heading', { level: 1, name: sampleGuide.name })).toBeVisible()
  await expectSound(page, 'case page without a clock')
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog', { name: /^补齐并受理/u })).toBeVisible()
  await expectSound(page, 'dialog of a supply')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await tabTo(page, page.getByRole('button', { name: '关联办件', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /^关联办件/u })).toBeVisible()
  await expectSound(page, 'form of an act')
})
