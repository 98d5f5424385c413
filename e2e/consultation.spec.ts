import { join } from 'node:path'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import { citizen } from './_fixtures/applicants.ts'
import { choose, heading } from './_fixtures/case-page.ts'
import { act, chooseContact, fill, newIntake, signIn } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { fieldOf, tabTo } from './_fixtures/keyboard.ts'
import { isWholePdf, lettersIn, readLetter } from './_fixtures/letters.ts'
import { expectSound } from './_fixtures/sound.ts'

test('a question is answered at once, one is answered in writing, with the keyboard alone', async ({
  folder,
  launch,
}) => {
  test.setTimeout(180_000)
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'linxiaomei')

  // Told on the spot, to somebody who gives no name.
  await newIntake(page)
  await chooseContact(page, '咨询')
  await tabTo(page, page.getByRole('checkbox', { name: '不留姓名' }))
  await page.keyboard.press('Space')
  await expect(fieldOf(page, '姓名')).toHaveCount(0)
  await fill(page, '标题', '换卫生许可证要带什么')
  await choose(page, '咨询类别', '申请材料', page.getByRole('main'))
  await fill(page, '问的是什么', '许可证下月到期，店面没有变化，要带哪些材料？')
  await fill(page, '有关事项', sampleGuide.name)
  await expect(page.getByText(`↓ ${sampleGuide.name}`)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(fieldOf(page, '有关事项')).toHaveValue(sampleGuide.name)
  await expect(fieldOf(page, '业务部门')).toHaveValue(sampleGuide.organ)
  await fill(page, '答复内容', '带原许可证和营业执照复印件到综合窗口。')
  await expect(page.getByText('可以当场答复并办结。')).toBeVisible()
  await expectSound(page, 'question')
  await act(page, '已答复')
  await expectSound(page, 'question answered')
  expect(await lettersIn(join(folder, 'letters'))).toEqual([])

  // In writing, to somebody who can be written to.
  await newIntake(page)
  await chooseContact(page, '咨询')
  // What is wanting is said at its field, and nothing has happened.
  await page.keyboard.press('F9')
  await expect(page.getByText('有 1 处未填或有误。')).toBeVisible()
  await fill(page, '姓名', citizen.name)
  await fill(page, '电话', citizen.phone)
  await fill(page, '标题', '许可证换证材料')
  await choose(page, '咨询类别', '申请材料', page.getByRole('main'))
  await fill(page, '问的是什么', '请书面告知换证材料。')
  await fill(page, '答复内容', '带原许可证和营业执照复印件。')
  await tabTo(page, page.getByRole('checkbox', { name: '出具书面答复' }))
  await page.keyboard.press('Space')
  const written = await act(page, '已答复')
  await expect(page.getByText('已存为 PDF，没有打印机')).toBeVisible()
  const file = join(folder, 'letters', `${written}_consultation_reply_1.pdf`)
  expect(await isWholePdf(file)).toBe(true)
  expect((await readLetter(file)).text).toContain(citizen.name)
  await page.keyboard.press('Control+o')
  await expect(heading(page)).toContainText('已答复')
})
