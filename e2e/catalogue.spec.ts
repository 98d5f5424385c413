import type { Page } from '@playwright/test'
import { signIn, signOut } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { tabTo } from './_fixtures/keyboard.ts'
import { expectSound } from './_fixtures/sound.ts'

const list = (page: Page) => page.getByRole('grid', { name: '条目', exact: true })
const side = (page: Page) => page.getByRole('complementary', { name: '条目详情' })
const dialog = (page: Page) => page.getByRole('dialog')
const budget = '青岚县2027年一般公共预算草案'

const openCatalogue = async (page: Page): Promise<void> => {
  await page.keyboard.press('Alt+5')
  await expect(page.getByRole('heading', { level: 1, name: '主动公开目录' })).toBeVisible()
  await expect(list(page)).toBeFocused()
}

/** Opens the form of an act on the entry stood on, by the key that its button shows. */
const begin = async (page: Page, name: string): Promise<void> => {
  const button = side(page).getByRole('button', { name: new RegExp(`^${name}`, 'u') })
  await expect(button).toBeVisible()
  await page.keyboard.press((await button.getAttribute('aria-keyshortcuts')) ?? 'no key')
  await expect(page.getByRole('dialog', { name: new RegExp(`^${name}`, 'u') })).toBeVisible()
}

const fill = async (page: Page, label: string, text: string): Promise<void> => {
  const field = dialog(page).getByRole('textbox', { name: label, exact: true })
  await tabTo(page, field)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await tabTo(page, dialog(page).getByRole('button', { name: new RegExp(`${label}$|${label} `, 'u') }))
  await page.keyboard.press('Enter')
  const wanted = page.getByRole('option', { name: option })
  await expect(wanted).toBeVisible()
  for (let at = await page.getByRole('option').count(); at > 0; at -= 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await expect(wanted).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(wanted).toHaveCount(0)
}

const confirm = async (page: Page): Promise<void> => {
  await page.keyboard.press('F9')
  await expect(dialog(page)).toHaveCount(0)
}

test('an entry is prepared, refused before its review, reviewed by another person and published, and its column is fresh again', async ({
  launch,
}) => {
  test.setTimeout(300_000)
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'hemin')
  await openCatalogue(page)
  await expect(page.getByText('这个栏目还没有条目')).toBeVisible()
  const column = page.getByRole('treeitem').filter({ hasText: '财政预算、决算信息' })
  await expect(column).toContainText('从未公开')
  await expectSound(page, 'empty catalogue')

  // Without a mouse to the column, and on into its list.
  await page.keyboard.press('c')
  const tree = page.getByRole('tree', { name: '栏目' })
  await expect(tree).toBeFocused()
  for (let at = 0; at < 8; at += 1) await page.keyboard.press('ArrowDown')
  await expect(column).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('n')
  await expect(page.getByRole('dialog', { name: '登记条目' })).toBeVisible()
  await fill(page, '发布机关', '青岚县财政局')
  await fill(page, '名称', budget)
  await fill(page, '内容概述', '2027年收支安排及说明。')
  await expect(dialog(page).getByRole('textbox', { name: '索引号' })).toHaveValue(/^990123-W03-\d{4}-00001$/u)
  await expectSound(page, 'form of an entry')
  await confirm(page)
  await expect(list(page)).toContainText(budget)
  await expect(side(page)).toContainText('草稿')

  await begin(page, '公开')
  await choose(page, '公开渠道', '政府网站')
  await fill(page, '公开位置', '青岚县人民政府门户网站')
  await tabTo(page, dialog(page).getByRole('radio', { name: '已作书面审查' }))
  await page.keyboard.press('ArrowRight')
  await expect(dialog(page).getByRole('radio', { name: '未审查' })).toBeChecked()
  await page.keyboard.press('F9')
  await expect(dialog(page).getByRole('alert')).toContainText('审查')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await begin(page, '送审')
  await confirm(page)
  await expect(side(page)).toContainText('由审批人员、负责人办理')
  await signOut(page)

  await signIn(page, 'wangli')
  await openCatalogue(page)
  await begin(page, '审查通过')
  await fill(page, '审查单位', '青岚县人民政府办公室')
  await fill(page, '依据', '财政工作国家秘密范围的规定')
  await fill(page, '审查意见', '不涉密，可以公开')
  await expectSound(page, 'form of a review')
  await confirm(page)
  await expect(side(page)).toContainText('待公开')
  await signOut(page)

  await signIn(page, 'hemin')
  await openCatalogue(page)
  await begin(page, '公开')
  await choose(page, '公开渠道', '政府网站')
  await fill(page, '公开位置', '青岚县人民政府门户网站')
  await confirm(page)
  await expect(side(page)).toContainText('已公开')
  await expect(column).toContainText(/最近 \d{4}-\d\d-\d\d 应于 \d{4}-\d\d-\d\d 前更新/u)
  await expectSound(page, 'catalogue with a published entry')
  await page.keyboard.press('x')
  await expect(page.getByText(/主动公开目录\.xlsx/u)).toBeVisible()
})

test('a list of entries is looked through first: its wrong rows are named, nothing is taken in until the person leaves them out', async ({
  launch,
}) => {
  test.setTimeout(180_000)
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'hemin')
  await openCatalogue(page)
  await page.keyboard.press('i')
  await expect(page.getByRole('dialog', { name: '导入条目' })).toBeVisible()
  const csv = [
    '栏目,名称,内容概述,发布机关,生成日期,备注',
    '20-07,2026年部门预算,收支安排,青岚县财政局,2026-03-02,甲',
    '20-99,没有这个栏目的条目,说明,青岚县财政局,2026-02-30,乙',
    '20-04,2026年上半年统计公报,主要指标,青岚县统计局,2026年7月20日,丙',
  ].join('\n')
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Alt+f')
  await (await chooser).setFiles([{ name: '目录.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }])
  await expect(dialog(page)).toContainText('共 3 行，可导入 2 行，已有 0 行，有问题 1 行')
  const bad = dialog(page).getByRole('list', { name: '有问题的行' })
  await expect(bad).toContainText('第 3 行')
  await expect(bad).toContainText('栏目 不是最下一级栏目的代码或名称：20-99')
  await expect(bad).toContainText('生成日期 不是日期：2026-02-30')
  await expect(dialog(page)).toContainText('没有用到的列：备注')
  await expectSound(page, 'import with a wrong row')
  await page.keyboard.press('F9')
  await expect(dialog(page)).toContainText('已导入 2 条草稿')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  await expect(list(page)).toContainText('2026年上半年统计公报')
  await expect(list(page)).toContainText('2026年部门预算')
})
