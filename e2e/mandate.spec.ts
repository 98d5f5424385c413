import type { Locator, Page } from '@playwright/test'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { trader } from './_fixtures/applicants.ts'
import { act, chooseItem, fillTrader, newIntake, signIn } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { fieldOf, typeInto } from './_fixtures/keyboard.ts'
import { expectSound } from './_fixtures/sound.ts'

const agent = { name: '许立', idNumber: '99000019800101016X', phone: '13700005521' } as const

const agentFields = (page: Page): Locator => page.getByRole('group', { name: '代理人' })

test('[INT-9] a case is taken in through an agent by keys alone, the line cut in the middle; what is against his mandate is said while it is typed', async ({
  center,
  launch,
}) => {
  test.setTimeout(240_000)
  await center.start()
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillTrader(page, trader)

  // Opened from the field where he stands, closed again, and nothing is lost.
  await page.keyboard.press('Alt+p')
  await expect(fieldOf(page, '代理人姓名')).toBeFocused()
  await page.keyboard.type(agent.name)
  await page.keyboard.press('Alt+p')
  await expect(agentFields(page)).toHaveCount(0)
  await expect(page.getByRole('checkbox', { name: '由代理人办理' })).toBeFocused()
  await page.keyboard.press('Alt+p')
  await expect(fieldOf(page, '代理人姓名')).toHaveValue(agent.name)

  await typeInto(page, fieldOf(page, '代理人证件号码'), agent.idNumber)
  await typeInto(page, fieldOf(page, '代理人电话'), agent.phone)
  await center.stop()
  await typeInto(page, fieldOf(page, '委托权限'), '代为提交、补正、领取')
  await typeInto(page, fieldOf(page, '委托期限至'), '2026-01-31')
  await expect(fieldOf(page, '委托期限至')).toBeFocused()
  await expect(page.getByText('请换期限内的委托书，或者由本人办理')).toBeVisible()
  await expectSound(page, 'a mandate that has run out')
  await typeInto(page, fieldOf(page, '委托期限至'), '+90')
  await expect(page.getByText('请换期限内的委托书，或者由本人办理')).toHaveCount(0)

  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('材料齐全，今日可以受理。')).toBeVisible()
  await act(page, '已受理')
})
