import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { aDisclosureIntake, aServiceIntake } from '../domain/case/_testing.ts'
import { addDays, plainDateInShanghai } from '../domain/plain-date.ts'
import { openList, signIn } from './_fixtures/clerk.ts'
import { doStories } from './_fixtures/do-stories.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { fieldOf, tabTo } from './_fixtures/keyboard.ts'
import { expectSound } from './_fixtures/sound.ts'

const sewer = '河西片区污水管网改造工程施工合同'
const road = '青岚路改造工程招标文件'
const grid = (page: Page) => page.getByRole('grid', { name: '办件', exact: true })
const rows = (page: Page) => grid(page).getByRole('row')
/** A chip by what it shows, chosen values included. */
const chip = (page: Page, name: string) => page.getByRole('group', { name: '筛选' }).getByRole('button', { name })

/** Opens a chip, takes the options of these names and closes it. */
const among = async (page: Page, name: string, ...options: readonly string[]): Promise<void> => {
  await tabTo(page, chip(page, name))
  await page.keyboard.press('Enter')
  const list = page.getByRole('listbox', { name })
  await expect(list.getByRole('option').first()).toBeFocused()
  for (const option of options) {
    const wanted = list.getByRole('option', { name: option })
    for (let at = await list.getByRole('option').count(); at > 0; at -= 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) break
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Space')
    await expect(wanted).toHaveAttribute('aria-selected', 'true')
  }
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
}

test('the library is narrowed by organ, limit and days of receipt, ordered and widened again, with the keyboard alone', async ({
  folder,
  launch,
}) => {
  test.setTimeout(240_000)
  const today = plainDateInShanghai(Date.now())
  const service = aServiceIntake()
  await doStories(join(folder, 'W03'), [
    [['clerk', { kind: 'service.accept', intake: service }]],
    [
      [
        'clerk',
        { kind: 'disclosure.register', intake: aDisclosureIntake({ arrivedOn: addDays(today, -60), subject: sewer }) },
      ],
    ],
    [['clerk', { kind: 'disclosure.register', intake: aDisclosureIntake({ arrivedOn: today, subject: road }) }]],
  ])
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await openList(page)
  await expect(rows(page)).toHaveCount(4)

  // What is over its limit, and nothing else.
  await tabTo(page, chip(page, '已超期'))
  await page.keyboard.press('Space')
  await expect(rows(page)).toHaveCount(2)
  await expect(grid(page)).toContainText(sewer)
  await expectSound(page, 'library, over its limit')
  await page.keyboard.press('Alt+x')
  await expect(rows(page)).toHaveCount(4)

  await among(page, '部门', service.item.organ)
  await expect(rows(page)).toHaveCount(2)
  await expect(grid(page)).toContainText(service.item.name)
  await expect(chip(page, '部门')).toContainText(service.item.organ)

  // Beside it nothing came in that long ago: what leaves nothing is named, and one key lifts it.
  await tabTo(page, chip(page, '收件日期'))
  await page.keyboard.press('Enter')
  await expect(fieldOf(page, '自')).toBeFocused()
  await page.keyboard.type(addDays(today, -90).replaceAll('-', ''))
  await page.keyboard.press('Tab')
  await expect(fieldOf(page, '至')).toBeFocused()
  await page.keyboard.type(addDays(today, -30).replaceAll('-', ''))
  await expectSound(page, 'days of receipt')
  await page.keyboard.press('Escape')
  await expect(page.getByText('没有符合条件的办件')).toBeVisible()
  await expect(page.getByText('部门，收件日期')).toBeVisible()
  await page.keyboard.press('Alt+x')
  await expect(rows(page)).toHaveCount(4)

  await tabTo(page, chip(page, '收件日期'))
  await page.keyboard.press('Enter')
  await expect(fieldOf(page, '自')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type(addDays(today, -30).replaceAll('-', ''))
  await page.keyboard.press('Escape')
  await expect(rows(page)).toHaveCount(2)
  await expect(grid(page)).toContainText(sewer)
  await page.keyboard.press('Alt+x')

  // The newest first: the one that was entered last.
  await expect(rows(page).nth(1)).toContainText(sewer)
  await tabTo(page, chip(page, '新收的在前'))
  await page.keyboard.press('Space')
  await expect(rows(page).nth(1)).toContainText(road)
  await expectSound(page, 'library, newest first')
})

/** Heads and first cells of the one workbook in a folder. */
const workbookIn = async (folder: string) => {
  const [file = ''] = (await readdir(folder)).filter((name) => name.endsWith('.xlsx'))
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(join(folder, file))
  const rows = workbook.worksheets[0]?.getRows(1, 9) ?? []
  return rows.flatMap((row) => (row.hasValues ? [[1, 2, 3].map((at) => row.getCell(at).text)] : []))
}

test('the columns are chosen by each person, the list leaves as a workbook of what is shown and is kept as a view, with the keyboard alone', async ({
  folder,
  launch,
}) => {
  test.setTimeout(240_000)
  const stick = join(folder, 'stick')
  await mkdir(stick)
  const today = plainDateInShanghai(Date.now())
  await doStories(join(folder, 'W03'), [
    [['clerk', { kind: 'service.accept', intake: aServiceIntake() }]],
    [['clerk', { kind: 'disclosure.register', intake: aDisclosureIntake({ arrivedOn: today, subject: road }) }]],
  ])
  const { page } = await launch('W03', [`--stick-dir=${stick}`])
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await openList(page)
  await expect(rows(page)).toHaveCount(3)

  // The day of receipt is shown, and moved before the department.
  const heads = grid(page).getByRole('columnheader')
  await expect(heads.filter({ hasText: '收件' })).toHaveCount(0)
  await page.keyboard.press('Alt+o')
  const columns = page.getByRole('dialog', { name: '列表的列' })
  const column = (name: string) => columns.getByRole('checkbox', { name, exact: true })
  await expect(column('办件编号')).toBeFocused()
  for (let step = 0; step < 12 && !(await column('收件').evaluate((box) => box === document.activeElement)); step += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(column('收件')).toBeChecked()
  for (let step = 0; step < 9; step += 1) await page.keyboard.press('Alt+ArrowUp')
  await expect(column('收件')).toBeFocused()
  await expectSound(page, 'columns of the list')
  await page.keyboard.press('Escape')
  await expect(columns).toHaveCount(0)
  await expect(heads.nth(1)).toHaveText('收件')

  // With nothing left of the search the workbook has what the list has.
  await tabTo(page, chip(page, '类别'))
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await expect(rows(page)).toHaveCount(2)
  await page.keyboard.press('Alt+e')
  const dialog = page.getByRole('dialog', { name: '导出办件' })
  await expect(dialog).toContainText('1 件，11 列')
  await page.keyboard.press('F9')
  await expect(dialog.getByText('已导出到')).toBeVisible()
  const record = dialog.getByRole('row').filter({ hasText: '依申请公开' })
  await expect(record).toContainText('林晓梅')
  await expectSound(page, 'list exported')
  const [head, line, ...more] = await workbookIn(stick)
  expect(head).toEqual(['办件编号', '收件', '事项'])
  expect(line?.slice(1)).toEqual([today, road])
  expect(more).toEqual([])

  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)

  // The list as it stands is kept under a name, and comes back with one key after everything was changed.
  await page.keyboard.press('Alt+v')
  const views = page.getByRole('dialog', { name: '我的视图' })
  await expect(fieldOf(page, '把现在的列表存为')).toBeFocused()
  await page.keyboard.type('公开件')
  await page.keyboard.press('F9')
  const kept = views.getByRole('button', { name: '公开件', exact: true })
  await expect(kept).toBeVisible()
  await expect(fieldOf(page, '把现在的列表存为')).toBeFocused()
  await expectSound(page, 'views of the list')
  await page.keyboard.type('公开件')
  await page.keyboard.press('F9')
  await expect(views.getByText('已有同名的视图')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+x')
  await expect(rows(page)).toHaveCount(3)
  await page.keyboard.press('Alt+o')
  await tabTo(page, columns.getByRole('button', { name: '恢复默认' }))
  await page.keyboard.press('Enter')
  await expect(heads.nth(1)).toHaveText('事项')
  await expect(column('办件编号')).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+v')
  await expect(kept).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(views).toHaveCount(0)
  await expect(rows(page)).toHaveCount(2)
  await expect(heads.nth(1)).toHaveText('收件')

  await page.keyboard.press('Alt+v')
  await expect(kept).toBeFocused()
  await tabTo(page, views.getByRole('button', { name: '改名' }))
  await page.keyboard.press('Enter')
  await expect(fieldOf(page, '给“公开件”改名')).toBeFocused()
  await page.keyboard.type('依申请公开')
  await page.keyboard.press('Enter')
  await expect(views.getByRole('button', { name: '依申请公开', exact: true })).toBeFocused()
  await tabTo(page, views.getByRole('button', { name: '删除' }))
  await page.keyboard.press('Enter')
  await expect(views.getByText('还没有视图')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(views).toHaveCount(0)
  await expect(rows(page)).toHaveCount(2)
})
