import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { citizen } from './_fixtures/applicants.ts'
import { begin, choose, confirm, heading, openByNo, openCase, pick } from './_fixtures/case-page.ts'
import { act, chooseContact, fill, newIntake, signIn, signOut } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { tabTo } from './_fixtures/keyboard.ts'
import { isWholePdf, lettersIn, readLetter } from './_fixtures/letters.ts'
import { expectSound } from './_fixtures/sound.ts'

const title = '材料交齐一个月没有答复'
const draft = '材料已经收到。'
const answer = '材料上月已经收齐，因交接疏漏没有登记，已补登并于今日受理。'
const measures = '对交接人员谈话提醒，交接清单由两人签字。'

test('a complaint is taken in, taken up, answered in writing, sent back once, and closed after its follow-up, each by who may, with the line cut in the middle', async ({
  center,
  folder,
  launch,
}) => {
  test.setTimeout(420_000)
  await center.start()
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseContact(page, '投诉')
  await fill(page, '姓名', citizen.name)
  await fill(page, '电话', citizen.phone)
  await choose(page, '反映的问题', '超期拖延', page.getByRole('main'))
  await fill(page, '标题', `${citizen.name}的材料没有答复`)
  await fill(page, '部门名称', '卫生健康')
  await page.keyboard.press('ArrowDown')
  await fill(page, '事由', '上月交齐了公共场所卫生许可的材料，问过两次，至今没有答复。')
  await fill(page, '诉求', '尽快办结')
  await tabTo(page, page.getByRole('checkbox', { name: '要求为投诉人保密' }))
  await page.keyboard.press('Space')
  // The title stands in every list.
  await page.keyboard.press('F9')
  await expect(page.getByText('有 1 处未填或有误。')).toBeVisible()
  await expectSound(page, 'complaint')
  await fill(page, '标题', title)
  const caseNo = await act(page, '已登记')
  await expect(page.getByText('已转到待受理，由负责人决定是否受理。')).toBeVisible()
  await expectSound(page, 'complaint registered')
  expect(await lettersIn(join(folder, 'letters'))).toEqual([])
  await expect(page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 90_000 })
  await signOut(page)

  // From here on there is no line.
  await center.stop()

  await signIn(page, 'zhengli')
  await openCase(page, title)
  await begin(page, '受理')
  await confirm(page)
  await expect(heading(page)).toContainText('已受理')
  await begin(page, '交办')
  await fill(page, '机关名称', '县卫生健康局')
  await choose(page, '经办人', '王丽 · 县卫生健康局')
  await confirm(page)
  await expect(heading(page)).toContainText('已交办')
  await signOut(page)

  await signIn(page, 'wangli')
  await openByNo(page, caseNo, title)
  await reply(page, draft)
  const matter = page.getByRole('region', { name: '投诉内容' })
  await expect(matter).toContainText(draft)
  await signOut(page)

  // Whoever checks the answer is not content with it.
  await signIn(page, 'zhengli')
  await openByNo(page, caseNo, title)
  await begin(page, '核查退回')
  await fill(page, '原因', '没有说明为什么拖延')
  await confirm(page)
  await expect(heading(page)).toContainText('已交办')
  await expect(matter).toContainText('1 次')
  await signOut(page)

  await signIn(page, 'wangli')
  await openByNo(page, caseNo, title)
  await reply(page, answer)
  await expect(matter).toContainText(measures)
  await expectSound(page, 'complaint answered')
  await signOut(page)

  await signIn(page, 'zhengli')
  await openByNo(page, caseNo, title)
  await begin(page, '核查通过')
  await confirm(page)
  await expect(heading(page)).toContainText('待回访')
  await signOut(page)

  await signIn(page, 'linxiaomei')
  await openByNo(page, caseNo, title)
  const letters = page.getByRole('region', { name: '文书', exact: true })
  await expect(letters).toContainText('投诉处理答复书')
  await page.keyboard.press('F4')
  await expect.poll(() => lettersIn(join(folder, 'letters'))).toHaveLength(1)
  const [printed = ''] = await lettersIn(join(folder, 'letters'))
  expect(printed).toContain('complaint_reply')
  const file = join(folder, 'letters', printed)
  await expect.poll(() => isWholePdf(file)).toBe(true)
  expect((await readLetter(file)).text).toContain(answer)
  await begin(page, '回访')
  await choose(page, '是否满意', '基本满意')
  await confirm(page)
  await expect(heading(page)).toContainText('办结')
  await expect(matter).toContainText('基本满意')
  await expect(page.getByText('办件已经结束')).toBeVisible()
  await expectSound(page, 'complaint closed')
  await signOut(page)

  // The line is back: all of it arrives.
  await center.start()
  await signIn(page, 'zhengli')
  await page.keyboard.press('Alt+8')
  await expect(page.getByRole('heading', { level: 1, name: '同步' })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('button', { name: /^已同步/u })).toBeVisible({ timeout: 90_000 })
  await center.stop()
})

/** The answer with what came of it, read as the letter that it will be. */
const reply = async (page: Page, text: string): Promise<void> => {
  const form = await begin(page, '答复')
  await choose(page, '由谁', '王丽 · 县卫生健康局')
  await pick(page, '核查结论', '属实')
  await fill(page, '答复内容', text)
  await fill(page, '已采取的措施', measures)
  await expect(form.getByRole('region', { name: '文书预览' })).toContainText(text)
  await expectSound(page, 'answer to a complaint')
  await confirm(page)
  await expect(heading(page)).toContainText('已答复')
}
