import { expect } from './_fixtures/expect.ts'
import type { Page } from '@playwright/test'
import { samplePassword } from '../server/sample/sample-center.ts'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { trader } from './_fixtures/applicants.ts'
import { act, chooseItem, fillTrader, newIntake, signIn, signOut } from './_fixtures/clerk.ts'
import { test } from './_fixtures/journey.ts'
import { fieldOf, tabTo } from './_fixtures/keyboard.ts'
import { textsOf } from './_fixtures/texts.ts'

/** Whatever of a client could be left over, masked or not. */
const traces = [
  ...Object.values(trader),
  trader.phone.slice(-4),
  trader.operatorId.slice(-4),
  `${trader.operatorId.slice(0, 3)}*`,
  '1985-03-12',
]

const expectNoTrace = async (page: Page): Promise<void> => {
  const texts = await textsOf(page)
  for (const trace of traces) expect(texts).not.toContain(trace)
}

const unlock = async (page: Page, password: string): Promise<void> => {
  await expect(fieldOf(page, '密码')).toBeFocused()
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
}

test('locking takes everything of the client off the screen, and unlocking brings the form back', async ({
  launch,
}) => {
  const { page } = await launch()
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillTrader(page, trader)
  expect(await textsOf(page)).toContain(trader.name)

  await page.keyboard.press('Control+l')
  await expect(page.getByRole('button', { name: '解锁' })).toBeVisible()
  await expectNoTrace(page)
  expect(await textsOf(page)).not.toContain(sampleGuide.name)
  // No key of the workbench leads around the lock.
  for (const key of ['F2', 'Alt+1', 'Escape', 'F9', 'Control+k']) await page.keyboard.press(key)
  await expect(page.getByRole('button', { name: '解锁' })).toBeVisible()

  await unlock(page, 'not the password')
  await expect(page.getByText('工号或密码不对。')).toBeVisible()
  await expectNoTrace(page)
  await unlock(page, samplePassword)
  await expect(page.getByRole('heading', { level: 1, name: sampleGuide.name })).toBeVisible()
  await expect(fieldOf(page, '名称')).toHaveValue(trader.name)
  await tabTo(page, fieldOf(page, '公民身份号码'))
  await expect(fieldOf(page, '公民身份号码')).toHaveValue(trader.operatorId)
})

test('after five wrong passwords everybody waits, the right one too, and a restart does not help', async ({
  launch,
}) => {
  const first = await launch()
  await signIn(first.page, 'linxiaomei')
  await first.page.keyboard.press('Control+l')
  for (let time = 1; time <= 5; time += 1) {
    await expect(first.page.getByText(time === 1 ? '已填内容保存在草稿里' : '工号或密码不对。')).toBeVisible()
    await expect(fieldOf(first.page, '密码')).toHaveValue('')
    await unlock(first.page, `wrong ${time}`)
    // The field is emptied when the answer is there.
    await expect(fieldOf(first.page, '密码')).toHaveValue('')
  }
  await expect(first.page.getByText(/连续输错，请等待 \d+ 秒后再试。/u)).toBeVisible()
  await first.kill()

  const { page } = await launch()
  await expect(fieldOf(page, '工号')).toBeFocused()
  await page.keyboard.type('linxiaomei')
  await page.keyboard.press('Enter')
  await page.keyboard.type(samplePassword)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/连续输错，请等待 \d+ 秒后再试。/u)).toBeVisible()
  await expect(page.getByRole('grid', { name: '今日待办' })).toHaveCount(0)
})

test('nothing of a client is left for the next one, nor for the next person at the desk', async ({ launch }) => {
  const { page } = await launch()
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillTrader(page, trader)
  await page.keyboard.press('Control+Enter')
  await act(page, '已受理')
  await expect(page.getByText('已存为 PDF，没有打印机')).toBeVisible()

  // The next client, with the same matter.
  await newIntake(page)
  await expectNoTrace(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await expectNoTrace(page)
  for (const field of await page.getByRole('textbox').all()) await expect(field).toHaveValue('')
  await expect(page.getByRole('row').filter({ hasText: '已收' }).getByRole('button', { pressed: true })).toHaveText(
    sampleGuide.materials.map(() => /缺/u),
  )

  // Half a form, and somebody else takes over the desk.
  await fillTrader(page, trader)
  await signOut(page)
  await expectNoTrace(page)
  await signIn(page, 'zhouhang')
  await newIntake(page)
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectNoTrace(page)
})
