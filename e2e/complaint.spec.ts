import { join } from 'node:path'
import { citizen } from './_fixtures/applicants.ts'
import { begin, choose, confirm, heading, openCase } from './_fixtures/case-page.ts'
import { act, chooseContact, fill, newIntake, signIn, signOut } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { tabTo } from './_fixtures/keyboard.ts'
import { lettersIn } from './_fixtures/letters.ts'
import { expectSound } from './_fixtures/sound.ts'

const title = '材料交齐一个月没有答复'

test('a complaint is taken in, taken up and given to whoever answers it, each by who may, with the keyboard alone', async ({
  folder,
  launch,
}) => {
  test.setTimeout(180_000)
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
  await act(page, '已登记')
  await expect(page.getByText('已转到待受理，由负责人决定是否受理。')).toBeVisible()
  await expectSound(page, 'complaint registered')
  expect(await lettersIn(join(folder, 'letters'))).toEqual([])
  await signOut(page)

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
})
