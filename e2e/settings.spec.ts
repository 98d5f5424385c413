import { signIn } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { tabTo } from './_fixtures/keyboard.ts'
import { expectSound } from './_fixtures/sound.ts'

test('contrast and large type are chosen with the keyboard, hold at once and after a restart, before anybody has signed in', async ({
  launch,
}) => {
  const first = await launch()
  const { page } = first
  await signIn(page, 'linxiaomei')
  await page.keyboard.press('Alt+9')
  await expect(page.getByRole('heading', { level: 1, name: '本机设置' })).toBeVisible()
  await expect(page.getByText('本机没有打印机，文书存为 PDF。')).toBeVisible()
  await expect(page.getByText('3 号窗口').last()).toBeVisible()
  await expectSound(page, 'settings')

  const html = page.locator('html')
  await tabTo(page, page.getByRole('radio', { name: '普通' }))
  await page.keyboard.press('ArrowRight')
  await expect(html).toHaveAttribute('data-theme', 'contrast')
  await tabTo(page, page.getByRole('radio', { name: '标准' }))
  await page.keyboard.press('ArrowRight')
  await expect(html).toHaveAttribute('data-density', 'large')
  await expect(page.getByRole('radio', { name: '大字' })).toBeChecked()
  expect(await first.close()).toBe(0)

  const again = await launch()
  await expect(again.page.getByRole('textbox', { name: '工号' })).toBeVisible()
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'contrast')
  await expect(again.page.locator('html')).toHaveAttribute('data-density', 'large')
  await signIn(again.page, 'zhouhang')
  await again.page.keyboard.press('Alt+9')
  await expect(again.page.getByRole('radio', { name: '高对比' })).toBeChecked()
})
