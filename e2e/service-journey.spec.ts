import { join } from 'node:path'
import { aServiceIntake } from '../domain/case/_testing.ts'
import { samplePassword } from '../server/sample/sample-center.ts'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { trader } from './_fixtures/applicants.ts'
import { begin, choose, confirm, heading, openByNo } from './_fixtures/case-page.ts'
import { act, chooseItem, fill, fillTrader, newIntake, signIn, signOut } from './_fixtures/clerk.ts'
import { doStories } from './_fixtures/do-stories.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { fieldOf, tabTo } from './_fixtures/keyboard.ts'
import { expectSound } from './_fixtures/sound.ts'

const organ = '县卫生健康局'
const phrase = '材料齐全，符合法定条件'

test("a request is accepted, decided with its letter in view, handed over and rated out of the clerk's sight, with the line cut in the middle", async ({
  center,
  folder,
  launch,
}) => {
  test.setTimeout(240_000)
  // Another one of the same organ waits already: the reviewer goes on to it.
  const other = aServiceIntake()
  const intake = { ...other, item: { ...other.item, organ } }
  await doStories(join(folder, 'W03'), [[['clerk', { kind: 'service.accept', intake }]]])
  await center.start()
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillTrader(page, trader)
  await page.keyboard.press('Control+Enter')
  const caseNo = await act(page, '已受理')
  await page.keyboard.press('Control+o')
  await expect(heading(page)).toContainText('已受理')
  await expect(page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 90_000 })

  // From here on there is no line.
  await center.stop()
  await page.keyboard.press('Escape')
  await signOut(page)
  await signIn(page, 'wangli')
  await openByNo(page, caseNo, sampleGuide.name)
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog', { name: /^领办/u }).getByRole('textbox')).toHaveValue('王丽')
  await confirm(page)
  await expect(page.getByRole('region', { name: '办理环节' })).toContainText('王丽 领办')

  // What was written is kept as a phrase, without leaving the form.
  await page.keyboard.press('F9')
  const opinion = page.getByRole('dialog', { name: /^环节通过/u }).getByRole('textbox', { name: /^意见/u })
  await expect(opinion).toBeFocused()
  await page.keyboard.type(`${trader.name}${phrase}`)
  await page.keyboard.press('Alt+c')
  const keep = page.getByRole('button', { name: '存为我的常用语' })
  await tabTo(page, keep)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('含有当事人姓名')
  await page.keyboard.press('Escape')
  await expect(opinion).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(phrase)
  await page.keyboard.press('Alt+c')
  await tabTo(page, keep)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { name: new RegExp(phrase, 'u') })).toBeVisible()
  await expectSound(page, 'common phrases')
  await page.keyboard.press('Escape')
  await confirm(page)

  // The decision is read while it is written, and the next case follows.
  await page.keyboard.press('F9')
  const approve = page.getByRole('dialog', { name: /^准予/u })
  const letter = approve.getByRole('region', { name: '文书预览' })
  await expect(letter).toContainText(trader.name)
  await expect(letter).toContainText('办理时编号')
  await fill(page, '签发人', '赵明')
  await expect(approve).toContainText('办理后：已决定')
  await expectSound(page, 'decision with its letter')
  await page.keyboard.press('Shift+F9')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(heading(page)).toContainText(intake.item.name)
  await expect(heading(page)).toContainText('已受理')
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog', { name: /^领办/u })).toBeVisible()
  await confirm(page)
  await page.keyboard.press('F9')
  await expect(opinion).toBeFocused()
  await page.keyboard.press('Alt+c')
  await expect(page.getByRole('listbox', { name: '常用语' })).toBeFocused()
  await page.keyboard.press('1')
  await expect(opinion).toHaveValue(phrase)
  await confirm(page)
  await signOut(page)

  await signIn(page, 'linxiaomei')
  await openByNo(page, caseNo, sampleGuide.name)
  await begin(page, '制证')
  await fill(page, '证照名称', '公共场所卫生许可证')
  await fill(page, '证照编号', '青卫公证字〔2026〕第0012号')
  await confirm(page)
  const outcome = page.getByRole('region', { name: '办理结果' })
  await expect(outcome).toContainText('青卫公证字〔2026〕第0012号')
  await expect(outcome).toContainText(trader.name)
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog', { name: /^送达/u })).toContainText('出具送达回证')
  await choose(page, '送达凭证', '领取人签收')
  await fill(page, '领取人姓名或名称', trader.operator)
  await choose(page, '与受送达人的关系', '本人')
  await choose(page, '证件类型', '居民身份证')
  await fill(page, '证件号码', trader.operatorId)
  await confirm(page)
  await expect(heading(page)).toContainText('已送达')
  await expectSound(page, 'case with its result')

  // The screen is the client's: nothing of the desk, and nothing of what he says for the clerk.
  await page.keyboard.press('F6')
  await expect(page.getByRole('heading', { level: 1, name: '请您评价本次服务' })).toBeVisible()
  await expect(page.getByText(caseNo)).toHaveCount(0)
  await expectSound(page, 'rating')
  await page.keyboard.press('F2')
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('heading', { level: 1, name: '请您评价本次服务' })).toBeVisible()
  await page.keyboard.press('1')
  await page.keyboard.press('1')
  await expect(page.getByRole('checkbox', { name: '办理慢' })).toBeChecked()
  await fill(page, '意见和建议（可不填）', '等了很久')
  await expectSound(page, 'reasons of a rating')
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { level: 1, name: '感谢您的评价' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(fieldOf(page, '密码')).toBeFocused()
  await page.keyboard.type(samplePassword)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: '好差评' })).toContainText('评价内容对窗口保密')
  await expect(page.getByText('等了很久')).toHaveCount(0)
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()
  await expect(page.getByText('差评')).toHaveCount(0)
  await signOut(page)

  // The line is back: all of it arrives.
  await center.start()
  await signIn(page, 'zhengli')
  await page.keyboard.press('Alt+8')
  await expect(page.getByRole('heading', { level: 1, name: '同步' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 90_000 })
  await page.keyboard.press('Alt+6')
  await expect(page.getByRole('grid', { name: '信号', exact: true })).toBeFocused()
  await page.keyboard.press(']')
  await page.keyboard.press(']')
  await expect(page.getByRole('grid', { name: '差评整改', exact: true })).toContainText('待分派')
  await openByNo(page, caseNo, sampleGuide.name)
  await expect(page.getByRole('region', { name: '好差评' })).toContainText('等了很久')
  await center.stop()
})
