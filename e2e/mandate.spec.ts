import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { citizen, secondCitizen, trader } from './_fixtures/applicants.ts'
import { act, chooseItem, fillPerson, fillTrader, newIntake, signIn } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { fieldOf, tabTo, typeInto } from './_fixtures/keyboard.ts'
import { isWholePdf, readLetter } from './_fixtures/letters.ts'
import { expectSound } from './_fixtures/sound.ts'

const agent = { name: '许立', idNumber: '99000019800101016X', phone: '13700005521' } as const

const agentFields = (page: Page): Locator => page.getByRole('group', { name: '代理人' })

test('[INT-9] a case is taken in through an agent by keys alone, the line cut in the middle; what is against his mandate is said while it is typed', async ({
  center,
  folder,
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
  await page.keyboard.press('Alt+b')
  await expect(fieldOf(page, '代理人姓名')).toBeFocused()
  await page.keyboard.type(agent.name)
  await page.keyboard.press('Alt+b')
  await expect(agentFields(page)).toHaveCount(0)
  await expect(page.getByRole('checkbox', { name: '由代理人办理' })).toBeFocused()
  await page.keyboard.press('Alt+b')
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

  await typeInto(page, fieldOf(page, '委托期限自'), '-20')
  await choose(page, '与申请人关系', '工作人员')
  await choose(page, '授权类型', '特别授权')
  await tabTo(page, page.getByRole('checkbox', { name: '委托书原件已核' }))
  await page.keyboard.press('Space')

  // A special authority wants its matters, and the key that takes the case in goes there.
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('F9')
  await expect(fieldOf(page, '代理事项')).toBeFocused()
  await page.keyboard.type('办理卫生许可并领取证件')
  await expectSound(page, 'an agent with the whole of his mandate')
  const caseNo = await act(page, '已受理')
  await expect(page.getByText('已存为 PDF，没有打印机')).toHaveCount(1)

  // The slip that goes to the organ says by whom and by what mandate.
  await page.keyboard.press('F6')
  const slip = page.getByRole('listitem').filter({ hasText: '材料交接单' })
  await expect(slip).toContainText('已存为 PDF，没有打印机')
  for (const letter of ['material_handover', 'service_acceptance']) {
    const pdf = join(folder, 'letters', `${caseNo}_${letter}_1.pdf`)
    expect(await isWholePdf(pdf), letter).toBe(true)
    const { text } = await readLetter(pdf)
    for (const said of ['许立（工作人员）', '137****5521', '特别授权：代为提交', '委托书原件已核'])
      expect(text, letter).toContain(said)
    expect(text, letter).not.toContain(agent.phone)
  }

  await page.keyboard.press('Control+o')
  const shown = page.getByRole('region', { name: '代理人', exact: true })
  await expect(shown).toContainText('137****5521')
  await expect(shown).toContainText('特别授权：代为提交、补正、领取')
  await expect(shown).toContainText('办理卫生许可并领取证件')
  await expect(shown).toContainText(/自 \d{4}-\d{2}-\d{2} 起至 \d{4}-\d{2}-\d{2} 止/u)
  await shown.scrollIntoViewIfNeeded()
  await expectSound(page, 'a case taken in through an agent')
})

test('[INT-15] who acted before is known by his number: a difference is offered, what was typed stands until a key says otherwise, no mandate comes along', async ({
  launch,
}) => {
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillPerson(page, citizen)
  await page.keyboard.press('Alt+b')
  await expect(fieldOf(page, '代理人姓名')).toBeFocused()
  await page.keyboard.type(agent.name)
  await typeInto(page, fieldOf(page, '代理人证件号码'), agent.idNumber)
  await typeInto(page, fieldOf(page, '代理人电话'), agent.phone)
  await typeInto(page, fieldOf(page, '委托权限'), '代为提交')
  await page.keyboard.press('Control+Enter')
  await act(page, '已受理')

  // Another client with the same agent: his name alone brings up nobody.
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillPerson(page, secondCitizen)
  const offer = agentFields(page).getByRole('status')
  await page.keyboard.press('Alt+b')
  await expect(fieldOf(page, '代理人姓名')).toBeFocused()
  await page.keyboard.type(agent.name)
  await typeInto(page, fieldOf(page, '代理人电话'), '13700000000')
  await expect(offer).toHaveCount(0)
  await typeInto(page, fieldOf(page, '代理人证件号码'), agent.idNumber)
  await expect(offer).toContainText('该代理人代办过 1 件')
  await expect(offer).toContainText('电话：已填 137****0000，曾用 137****5521')
  await expect(fieldOf(page, '代理人证件号码')).toBeFocused()
  await expectSound(page, 'an agent who is known')
  await page.keyboard.press('Alt+q')
  await expect(offer).toContainText('资料一致')
  await expect(fieldOf(page, '委托权限')).toHaveValue('')
  await page.keyboard.press('Alt+u')
  await expect(offer).toHaveCount(0)
  await typeInto(page, fieldOf(page, '委托权限'), '代为领取')
  await page.keyboard.press('Control+Enter')
  await act(page, '已受理')
  await page.keyboard.press('Control+o')
  await expect(page.getByRole('region', { name: '代理人', exact: true })).toContainText('137****5521')
})

test('[INT-9] [AGY-17] an agent with the number of the applicant is told at once; a reason lets two people of one number through', async ({
  launch,
}) => {
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillPerson(page, citizen)
  await page.keyboard.press('Alt+b')
  await expect(fieldOf(page, '代理人姓名')).toBeFocused()
  await page.keyboard.type(agent.name)
  await typeInto(page, fieldOf(page, '代理人证件号码'), citizen.idNumber)
  const told = page.getByText('代理人与申请人的证件号码相同')
  await expect(told).toBeVisible()
  await expect(fieldOf(page, '代理人证件号码')).toBeFocused()
  await typeInto(page, fieldOf(page, '委托权限'), '代为提交')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('F9')
  await expect(fieldOf(page, '代理人证件号码')).toBeFocused()
  await expectSound(page, 'an agent who is the applicant himself')
  await typeInto(page, fieldOf(page, '号码缺少或有误的原因'), '两人重号，公安机关已出具证明')
  await expect(told).toHaveCount(0)
  await act(page, '已受理')
  await page.keyboard.press('Control+o')
  await expect(page.getByText('两人重号，公安机关已出具证明')).toBeVisible()
})

/** Opens the list, goes down to the value and takes it. */
const choose = async (page: Page, label: string, value: string): Promise<void> => {
  await tabTo(page, page.getByRole('button', { name: label }))
  await page.keyboard.press('Enter')
  const option = page.getByRole('option', { name: value, exact: true })
  await expect(option).toBeVisible()
  for (let at = 0; at < 6 && !(await option.evaluate((each) => each === document.activeElement)); at += 1)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: label })).toContainText(value)
}
