import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { aDisclosureIntake, aServiceIntake } from '../domain/case/_testing.ts'
import { aComplaintIntake } from '../domain/complaint/_testing.ts'
import { addDays, plainDateInShanghai } from '../domain/plain-date.ts'
import { doStories } from './_fixtures/do-stories.ts'
import { signIn, signOut } from './_fixtures/clerk.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { tabTo } from './_fixtures/keyboard.ts'
import { expectSound } from './_fixtures/sound.ts'

const organ = '县卫生健康局'
const heading = (page: Page) => page.getByRole('heading', { level: 1, name: '电子监察' })
const list = (page: Page, name: string) => page.getByRole('grid', { name, exact: true })

/** Long past its limit, of the organ that 王丽 works at. */
const makeLate = async (folder: string): Promise<void> => {
  const today = plainDateInShanghai(Date.now())
  const late = addDays(today, -70)
  const request = aDisclosureIntake({ arrivedOn: late, organ })
  const complaint = aComplaintIntake({
    arrivedOn: late,
    subject: { kind: 'person', staffId: 'S05', name: '冯立', organ },
  })
  const rating = {
    kind: 'rating.give',
    channel: 'hall_tablet',
    level: 5,
    tags: [],
    comment: '等了很久',
    anonymous: false,
  } as const
  await doStories(join(folder, 'W03'), [
    [['clerk', { kind: 'disclosure.register', intake: request }]],
    [['clerk', { kind: 'complaint.register', intake: complaint }]],
    [
      ['clerk', { kind: 'service.accept', intake: aServiceIntake() }],
      ['clerk', rating],
    ],
  ])
}

const openBoard = async (page: Page): Promise<void> => {
  await page.keyboard.press('Alt+6')
  await expect(heading(page)).toBeVisible()
  await expect(list(page, '信号')).toBeFocused()
}

test('a red card is given, explained by the organ and upheld, cases are drawn for a check, with the keyboard alone', async ({
  folder,
  launch,
}) => {
  test.setTimeout(300_000)
  await makeLate(folder)
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'zhengli')
  await openBoard(page)
  const first = page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: '红牌', exact: true }) })
  await expect(first).toHaveCount(1)
  await expect(page.getByRole('region', { name: '各部门在办件' })).toContainText(organ)
  await expectSound(page, 'board')

  await page.keyboard.press('F9')
  const card = page.getByRole('dialog', { name: /^发红牌/u })
  await expect(card.getByRole('textbox', { name: /^内容/u })).toHaveValue(/红牌（规则 JC-05/u)
  await expect(card).toContainText('前答复')
  await expectSound(page, 'form of a card')
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(first).toContainText('待答复')
  // A card is given once: the button stays, with its reason.
  await expect(page.getByRole('button', { name: /^发红牌/u })).toHaveAttribute('aria-disabled', 'true')

  await page.keyboard.press(']')
  await expect(list(page, '牌和督办')).toContainText('待答复')
  await expect(page.getByText(/由.*审批人员.*办理：说明情况/u)).toBeVisible()
  await expectSound(page, 'cards')
  await page.keyboard.press(']')
  await expect(list(page, '差评整改')).toContainText('待分派')
  // The key works once the task at the right has been read.
  await expect(page.getByRole('complementary', { name: '处置' }).getByRole('button', { name: /^分派/u })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog', { name: /^分派/u })).toBeVisible()
  await page.keyboard.press('F9')
  await expect(list(page, '差评整改')).toContainText('待答复')
  await expectSound(page, 'ratings')

  await page.keyboard.press('x')
  const sample = page.getByRole('dialog', { name: '随机抽查' })
  await expect(sample.getByRole('textbox', { name: /^抽取件数/u })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('1')
  await page.keyboard.press('F9')
  await expect(sample).toContainText(/从 \d 件中抽出 1 件/u)
  await expectSound(page, 'sample')
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press(']')
  await expect(list(page, '抽查')).toContainText('待分派')
  await page.keyboard.press(']')
  await expect(list(page, '投诉')).toContainText('窗口人员态度生硬')
  await expectSound(page, 'complaints')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /窗口人员态度生硬/u })).toBeVisible()
  await signOut(page)

  await signIn(page, 'wangli')
  await openBoard(page)
  await expect(page.getByText(`本部门：${organ}`)).toBeVisible()
  await page.keyboard.press(']')
  await expect(list(page, '牌和督办')).toBeFocused()
  await page.keyboard.press('F9')
  const explain = page.getByRole('dialog', { name: /^说明情况/u })
  await page.keyboard.press('F9')
  await expect(explain.getByText('必填')).toBeVisible()
  await page.keyboard.type('第三方意见逾期未回')
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(list(page, '牌和督办')).toContainText('已说明')
  await signOut(page)

  await signIn(page, 'zhengli')
  await openBoard(page)
  await page.keyboard.press(']')
  await expect(page.getByRole('list', { name: '经过' })).toContainText('第三方意见逾期未回')
  await tabTo(page, page.getByRole('button', { name: /^维持/u }))
  await page.keyboard.press('Enter')
  await page.keyboard.type('没有附催办记录')
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(list(page, '牌和督办')).toContainText('待答复')
})

test('an empty board says that all is well, and filters that leave nothing are named', async ({ launch }) => {
  test.setTimeout(120_000)
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'zhengli')
  await openBoard(page)
  await expect(page.getByText('现在没有提醒、预警和超期')).toBeVisible()
  await expectSound(page, 'empty board')
  await page.keyboard.press('/')
  await page.keyboard.type('取水')
  await expect(page.getByText('按“取水”筛选的结果是空的。')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('现在没有提醒、预警和超期')).toBeVisible()
})
