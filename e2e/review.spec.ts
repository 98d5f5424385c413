import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { addDays, plainDateInShanghai } from '../domain/plain-date.ts'
import { begin, choose, confirm, heading, openByNo, openCase, pick } from './_fixtures/case-page.ts'
import { fill, signIn, signOut } from './_fixtures/clerk.ts'
import { doStories } from './_fixtures/do-stories.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { aServiceIntake } from './_fixtures/letter-intakes.ts'
import { tabTo } from './_fixtures/keyboard.ts'
import { expectSound } from './_fixtures/sound.ts'

const fire = '县消防救援大队'
const market = '县市场监督管理局'

const ask = async (page: Page, organ: string, question: string, answerBy: string): Promise<void> => {
  await begin(page, '征求部门意见')
  await fill(page, '机关名称', organ)
  await fill(page, '问题', question)
  await fill(page, '应答复日期', answerBy)
  await confirm(page)
}

/** Takes the open step, and passes it on. */
const take = async (page: Page): Promise<void> => {
  await begin(page, '领办')
  await confirm(page)
}
const pass = async (page: Page, opinion: string): Promise<void> => {
  await begin(page, '环节通过')
  await fill(page, '意见', opinion)
  await confirm(page)
}

test('a request goes back a step, others are asked and answer, an appraisal and a hearing stop its clock, with the line cut in the middle', async ({
  center,
  folder,
  launch,
}) => {
  test.setTimeout(420_000)
  const today = plainDateInShanghai(Date.now())
  const usual = aServiceIntake()
  const steps = [
    { name: '资料审核', organ: null, limitDays: 3 },
    { name: '现场复核', organ: null, limitDays: 5 },
  ]
  const intake = { ...usual, item: { ...usual.item, steps } }
  await doStories(join(folder, 'W03'), [[['clerk', { kind: 'service.accept', intake }]]])
  await center.start()
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'wangli')
  await openCase(page, intake.item.name)
  const caseNo = (
    await page
      .getByText(/^\d{6}-\d{8}-W03-\d{4,6}$/u)
      .first()
      .innerText()
  ).trim()
  const way = page.getByRole('region', { name: '办理环节' })
  await take(page)
  await pass(page, '资料齐全')
  await take(page)
  await expect(way.getByRole('listitem').filter({ hasText: '现场复核' })).toContainText('王丽 领办')
  await ask(page, fire, '安全出口是否符合要求？', addDays(today, 5))
  await expect(page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 90_000 })

  // From here on there is no line. Another one is asked; each answer stands with its question.
  await center.stop()
  await ask(page, market, '名称是否已经登记？', addDays(today, 5))
  const asked = way.getByRole('region', { name: '征求意见、会审与现场勘验' })
  const of = (organ: string) => asked.getByRole('listitem').filter({ hasText: `征求${organ}意见` })
  await expect(of(fire)).toContainText('尚未答复')
  await expect(of(market)).toContainText('尚未答复')
  await begin(page, '登记部门意见')
  await pick(page, '征求的部门', market)
  await fill(page, '意见', '名称已经登记')
  await confirm(page)
  await expect(of(market)).toContainText('名称已经登记')
  await expect(of(fire)).toContainText('尚未答复')
  // Who has answered is not offered again: the one who is left is filled in.
  await begin(page, '登记部门意见')
  await fill(page, '意见', '安全出口不足两个')
  await expectSound(page, 'the opinion of another department')
  await confirm(page)
  await expect(of(fire)).toContainText('安全出口不足两个')

  // It goes back to the step before, which is passed through again.
  await begin(page, '退回前一环节')
  await fill(page, '原因', '平面图要补标安全出口')
  await confirm(page)
  await expect(way.getByRole('listitem').filter({ hasText: '退回：平面图要补标安全出口' })).toHaveCount(1)
  const first = way.getByRole('listitem').filter({ hasText: '资料审核' })
  await expect(first).toHaveCount(2)
  await expect(first.nth(1)).toContainText('待领办')
  await take(page)
  await pass(page, '平面图已补标')
  await take(page)

  // While somebody appraises no day counts.
  const start = await begin(page, '特别程序开始')
  await choose(page, '特别程序', '鉴定')
  await fill(page, '原因', '消防设施性能需要鉴定')
  await fill(page, '书面告知的时间（工作日）', '15')
  await expect(start.getByRole('region', { name: '文书预览' })).toContainText('消防设施性能需要鉴定')
  await confirm(page)
  await expect(heading(page)).toContainText('特别程序')
  const stops = way.getByRole('region', { name: '特别程序与挂起（不计入办理期限）' })
  const appraisal = stops.getByRole('listitem').filter({ hasText: '消防设施性能需要鉴定' })
  await expect(appraisal).toContainText('进行中，不计时')
  await expect(page.getByRole('region', { name: '期限账' })).toContainText('暂停')
  // Nothing is decided meanwhile.
  await expect(page.getByRole('button', { name: /^准予/u })).toHaveCount(0)
  await expectSound(page, 'a clock that is stopped')
  await begin(page, '特别程序结束')
  await tabTo(page, page.getByRole('dialog').getByRole('textbox'))
  await page.keyboard.type('经鉴定合格')
  await confirm(page)
  await expect(heading(page)).toContainText('审查中')
  await expect(appraisal).toContainText('经鉴定合格')
  await expect(appraisal).not.toContainText('进行中')

  const hearing = await begin(page, '安排听证')
  await choose(page, '情形', '涉及公共利益的重大许可')
  await fill(page, '听证日期', addDays(today, 3))
  await fill(page, '地点', '政务服务中心二楼听证室')
  await fill(page, '书面告知的时间（工作日）', '20')
  // Not without the days between the notice and the hearing; nothing has happened.
  await page.keyboard.press('F9')
  await expect(hearing).toContainText('听证的时间、地点应当提前七个工作日通知')
  await fill(page, '听证日期', addDays(today, 20))
  await confirm(page)
  await expect(heading(page)).toContainText('特别程序')
  await expect(stops).toContainText('政务服务中心二楼听证室')
  await expectSound(page, 'a hearing that is arranged')
  await signOut(page)

  // The line is back: all of it arrives, and the window reads it.
  await center.start()
  await signIn(page, 'zhengli')
  await page.keyboard.press('Alt+8')
  await expect(page.getByRole('heading', { level: 1, name: '同步' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 90_000 })
  await signOut(page)
  await signIn(page, 'linxiaomei')
  await openByNo(page, caseNo, intake.item.name)
  await expect(stops).toContainText('进行中，不计时')
  await center.stop()
})
