import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { trader } from './_fixtures/applicants.ts'
import { makeCenter } from './_fixtures/center.ts'
import { act, chooseItem, fillTrader, newIntake, openList, signIn } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { tabTo } from './_fixtures/keyboard.ts'

const missing = '公共场所卫生检测或者评价报告'

/** Opens the one case of the list and takes in so many copies of what was missing, which accepts it. */
const supply = async (page: Page, copies: number): Promise<void> => {
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待补正')
  await page.keyboard.press('F9')
  const dialog = page.getByRole('dialog', { name: /^补齐并受理/u })
  await expect(dialog.getByRole('spinbutton', { name: `${missing} 实收份数` })).toBeFocused()
  for (let copy = 0; copy < copies; copy += 1) await page.keyboard.press('ArrowUp')
  await page.keyboard.press('F9')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已受理')
}

test('two windows accept the same case with no network; the second sees a task, settles it, and nothing typed is gone', async ({
  folder,
  launch,
}) => {
  test.setTimeout(300_000)
  const center = await makeCenter(join(folder, 'center'), [])
  try {
    const first = await launch('first', [`--enrol=${center.url},${await center.enrolCode('W03')}`])
    await signIn(first.page, 'linxiaomei')
    const second = await launch('second', [`--enrol=${center.url},${await center.enrolCode('W05')}`])
    await signIn(second.page, 'zhouhang')
    await openList(second.page)

    await newIntake(first.page)
    await chooseItem(first.page, 'ggcswsxk', sampleGuide.name)
    await fillTrader(first.page, trader)
    await first.page.keyboard.press('Control+Enter')
    await first.page.keyboard.press('Alt+m')
    await first.page.keyboard.press('End')
    await first.page.keyboard.press('Space')
    const caseNo = await act(first.page, '已一次性告知')
    await expect(second.page.getByRole('row', { name: new RegExp(sampleGuide.name, 'u') })).toBeVisible({
      timeout: 60_000,
    })

    // The network goes, and each takes the paper in.
    await center.stop()
    await first.page.keyboard.press('Control+o')
    await openList(first.page)
    await supply(first.page, 1)
    await supply(second.page, 2)
    expect(await second.close()).toBe(0)

    // It comes back, and the first window is the first there.
    await center.start()
    await expect(first.page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 90_000 })
    const again = await launch('second')
    await signIn(again.page, 'zhouhang')
    const badge = again.page.getByRole('button', { name: /待处理/u })
    await expect(badge).toBeVisible({ timeout: 90_000 })
    await tabTo(again.page, badge)
    await again.page.keyboard.press('Enter')
    const tasks = again.page.getByRole('table', { name: '待处理' })
    await expect(tasks.getByRole('row')).toHaveCount(2)
    await expect(tasks).toContainText('补齐材料并受理')
    await expect(tasks).toContainText(caseNo)
    await tabTo(again.page, again.page.getByRole('button', { name: new RegExp(`^处理.*${caseNo}`, 'u') }))
    await again.page.keyboard.press('Enter')

    const dialog = again.page.getByRole('dialog', { name: /^处理/u })
    await expect(dialog.getByRole('row', { name: new RegExp(`材料.*${missing}.*已收份数`, 'u') })).toContainText('2')
    await expect(dialog).toContainText('共同起点')
    await again.page.screenshot({ path: join(folder, 'conflict.png') })
    await again.page.keyboard.press('F9')
    await expect(dialog).toHaveCount(0)
    await expect(again.page.getByText('没有待处理的内容')).toBeVisible()

    // The lost act stays in what happened to the case, on both desks.
    await again.page.keyboard.press('Escape')
    await expect(badge).toHaveCount(0)
  } finally {
    await center.stop()
  }
})
