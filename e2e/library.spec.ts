import { join } from 'node:path'
import type { Page } from '@playwright/test'
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
