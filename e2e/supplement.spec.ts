import { sampleGuide } from '../server/sample/sample-guide.ts'
import { trader } from './_fixtures/applicants.ts'
import { heading } from './_fixtures/case-page.ts'
import { act, chooseItem, fillTrader, newIntake, signIn } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'

const missing = '公共场所卫生检测或者评价报告'

test('a missing paper is told once with the line up, comes while it is down, and the acceptance reaches the center', async ({
  center,
  launch,
}) => {
  test.setTimeout(180_000)
  await center.start()
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillTrader(page, trader)
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Alt+m')
  await page.keyboard.press('End')
  await page.keyboard.press('Space')
  await expect(page.getByText('缺 1 项不可容缺的材料，今日不能受理。')).toBeVisible()
  await act(page, '已一次性告知')
  await page.keyboard.press('Control+o')
  await expect(heading(page)).toContainText('待补正')
  await expect(page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 90_000 })

  await center.stop()
  await page.keyboard.press('F9')
  const dialog = page.getByRole('dialog', { name: /^补齐并受理/u })
  await expect(dialog.getByRole('spinbutton', { name: `${missing} 实收份数` })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('F9')
  await expect(dialog).toHaveCount(0)
  await expect(heading(page)).toContainText('已受理')
  await expect(page.getByText('尚未上传', { exact: true }).first()).toBeVisible()

  await center.start()
  await page.keyboard.press('Alt+8')
  await expect(page.getByRole('heading', { level: 1, name: '同步' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 90_000 })
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()
  await center.stop()
})
