import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { aDisclosureIntake } from '../domain/case/_testing.ts'
import { addDays, plainDateInShanghai } from '../domain/plain-date.ts'
import { fill, signIn, signOut } from './_fixtures/clerk.ts'
import { doStories } from './_fixtures/do-stories.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { tabTo } from './_fixtures/keyboard.ts'
import { expectSound } from './_fixtures/sound.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const list = (page: Page, name: string) => page.getByRole('grid', { name, exact: true })
const side = (page: Page) => page.getByRole('complementary', { name: '申请详情' })
const subject = '河西片区污水管网改造工程施工合同及变更签证'
const party = '清河建设有限公司'

const openDesk = async (page: Page, tab = '待办'): Promise<void> => {
  await page.keyboard.press('Alt+4')
  await expect(page.getByRole('heading', { level: 1, name: '依申请公开' })).toBeVisible()
  await expect(list(page, tab)).toBeFocused()
}

/** The step of the request stood on, by the key that its button shows; its form opens on the page of the case. */
const step = async (page: Page, name: string) => {
  const button = side(page).getByRole('button', { name: new RegExp(`^${name}`, 'u') })
  await expect(button).toBeVisible()
  await page.keyboard.press((await button.getAttribute('aria-keyshortcuts')) ?? 'no key')
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${name}`, 'u') })
  await expect(dialog).toBeVisible()
  return dialog
}

/** Opens the form of an act by its line on the page of the case. */
const begin = async (page: Page, name: string) => {
  await tabTo(page, page.getByRole('button', { name: new RegExp(`^${name}`, 'u') }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${name}`, 'u') })
  await expect(dialog).toBeVisible()
  return dialog
}

const confirm = async (page: Page): Promise<void> => {
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('a request is assigned, put to a third party and its extension asked for from the desk, with the network cut in the middle and the keyboard alone', async ({
  folder,
  launch,
  center,
}) => {
  test.setTimeout(420_000)
  const today = plainDateInShanghai(Date.now())
  await doStories(join(folder, 'W03'), [
    [['clerk', { kind: 'disclosure.register', intake: aDisclosureIntake({ arrivedOn: addDays(today, -3), subject }) }]],
    [
      [
        'clerk',
        {
          kind: 'disclosure.register',
          intake: aDisclosureIntake({ arrivedOn: addDays(today, -1), subject: `${subject}复印件` }),
        },
      ],
      ['disclosure_officer', { kind: 'disclosure.assign', unit: '建设科', handler: null }],
    ],
  ])
  await center.start()
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'hemin')
  await openDesk(page)
  await expect(list(page, '待办')).toContainText(subject)
  // What is like it, and what the applicant asked for this month, stand beside it.
  await expect(side(page).getByText(/同一申请人/u)).toBeVisible()
  await expect(side(page).getByRole('table', { name: '期限明细' }).or(side(page).getByRole('table'))).toBeVisible()
  await expectSound(page, 'disclosure desk')

  await step(page, '交办')
  await fill(page, '单位', '县住房和城乡建设局办公室')
  await confirm(page)
  await expect(heading(page)).toContainText('办理中')

  // The line is cut: everything goes on here and waits to be sent.
  await center.stop()
  await page.keyboard.press('Escape')
  await expect(list(page, '待办')).toBeFocused()
  await step(page, '征求第三方意见')
  await fill(page, '第三方姓名或名称', party)
  await fill(page, '征求意见的信息', '施工合同及变更签证')
  await confirm(page)
  await expect(heading(page)).toContainText('征求第三方意见')
  await begin(page, '登记第三方收件')
  await confirm(page)
  await page.keyboard.press('Escape')

  // Found by what it waits for.
  await expect(list(page, '待办')).toBeFocused()
  const places = page.getByRole('navigation', { name: '按环节看' })
  await expect(places.getByRole('button', { name: /^征求第三方/u })).toContainText('1')
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('.')
  await expect(places.getByRole('button', { name: /^征求第三方/u })).toHaveAttribute('aria-pressed', 'true')
  await expect(list(page, '待办').getByRole('row')).toHaveCount(2)
  await expect(page.getByText(/^离线：/u)).toBeVisible()
  await expectSound(page, 'one place of the desk, offline')
  await page.keyboard.press('Alt+x')
  const opinion = await step(page, '登记第三方意见')
  await tabTo(page, opinion.getByRole('radio', { name: '同意公开', exact: true }))
  await page.keyboard.press('Space')
  await expect(opinion.getByRole('radio', { name: '同意公开', exact: true })).toBeChecked()
  await confirm(page)
  await expect(heading(page)).toContainText('办理中')

  await begin(page, '提请延期')
  await fill(page, '拟延长（工作日，至多二十）', '10')
  await fill(page, '原因', '档案需逐页核对')
  await confirm(page)
  await page.keyboard.press('Escape')
  await expect(list(page, '待办')).toBeFocused()
  await expect(places.getByRole('button', { name: /^待批延期/u })).toContainText('1')
  await signOut(page)
})

test('an empty desk says what to do, and every list of it can be come to', async ({ launch }) => {
  test.setTimeout(180_000)
  const { page } = await launch()
  await page.setViewportSize({ width: 1366, height: 768 })
  await signIn(page, 'hemin')
  await openDesk(page)
  await expect(page.getByText('没有待办的公开申请')).toBeVisible()
  await expectSound(page, 'empty desk')
  await page.keyboard.press(']')
  await expect(page.getByText('一年内没有收费通知')).toBeVisible()
  await page.keyboard.press(']')
  await expect(page.getByText('没有仍在复议、诉讼期内的答复')).toBeVisible()
  await page.keyboard.press(']')
  await expect(page.getByText('还没有公开申请')).toBeVisible()
  await expectSound(page, 'empty register')
  await page.keyboard.press('/')
  await page.keyboard.type('合同')
  await expect(page.getByText('按现在的条件筛选，台账里没有内容。')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('还没有公开申请')).toBeVisible()
})
