import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { samplePassword } from '../server/sample/sample-center.ts'
import { sampleGuide } from '../server/sample/sample-guide.ts'
import {
  act,
  chooseContact,
  chooseDisclosure,
  chooseItem,
  fill,
  newIntake,
  signIn,
  signOut,
} from './_fixtures/clerk.ts'
import { choose } from './_fixtures/case-page.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'
import { fieldOf, tabTo } from './_fixtures/keyboard.ts'
import { textsOf } from './_fixtures/texts.ts'

/** No word of any text of ours, and no two alike. */
const newMark = (): string => `QX${randomBytes(3).toString('hex').toUpperCase()}`

const check = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, page.getByRole('checkbox', { name }))
  await page.keyboard.press('Space')
}

/** Every kind of matter: how it is begun, and what opens the fields that are not there from the start. */
const forms: readonly {
  readonly name: string
  readonly fields: number
  readonly open: (page: Page) => Promise<void>
}[] = [
  {
    name: 'service',
    fields: 11,
    open: async (page) => {
      await chooseItem(page, 'ggcswsxk', sampleGuide.name)
      await check(page, '由代理人办理')
    },
  },
  {
    name: 'disclosure',
    fields: 14,
    open: async (page) => {
      await chooseDisclosure(page)
      await check(page, '由代理人办理')
    },
  },
  { name: 'consultation', fields: 10, open: (page) => chooseContact(page, '咨询') },
  { name: 'complaint', fields: 9, open: (page) => chooseContact(page, '投诉') },
]

/** Goes through the form with Tab and writes the mark into every field that takes text; answers how many there were. */
const fillEvery = async (page: Page, mark: string): Promise<number> => {
  await page.keyboard.press('Alt+a')
  const typed = new Set<string>()
  for (let stop = 0; stop < 90; stop += 1) {
    const field = await page.evaluate(() => {
      const at = document.activeElement
      const isText =
        at instanceof HTMLTextAreaElement ||
        (at instanceof HTMLInputElement && ['text', 'tel', 'email'].includes(at.type))
      return isText && at.closest('main') !== null && at.closest('.intake-table') === null ? at.name : null
    })
    if (field !== null && field !== '' && !typed.has(field)) {
      await page.keyboard.press('Control+a')
      await page.keyboard.type(`${mark}${typed.size}`)
      typed.add(field)
    }
    await page.keyboard.press('Tab')
  }
  return typed.size
}

/** Everything that the page holds, and what the browser keeps for it. */
const everything = async (page: Page): Promise<string> => {
  const kept = await page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys().catch(() => [])),
  ])
  expect(kept, 'the page keeps no database and no cache').toEqual([])
  return textsOf(page)
}

const expectNothingOf = async (page: Page, mark: string, where: string): Promise<void> => {
  await expect.poll(async () => (await everything(page)).includes(mark), where).toBe(false)
}

/** Every file below a folder in which the mark can be read, in the two ways that programs write text. */
const filesWith = async (folder: string, mark: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0))
    if (bytes.includes(mark) || bytes.includes(Buffer.from(mark, 'utf16le'))) found.push(entry.name)
  }
  return found
}

test('[INT-5] no form leaves anything of a client: not for the next one, not on a locked desk, not for the next person', async ({
  folder,
  launch,
}) => {
  test.setTimeout(300_000)
  const desk = await launch()
  const { page } = desk
  await signIn(page, 'linxiaomei')
  const marks: string[] = []
  for (const { name, fields, open } of forms) {
    const mark = newMark()
    marks.push(mark)
    // Typed into the picker by mistake, as people do.
    await newIntake(page)
    await page.keyboard.type(mark)
    await expect(page.getByText(`没有符合“${mark}”的事项`, { exact: false })).toBeVisible()
    await page.keyboard.press('Control+a')
    await open(page)
    await expectNothingOf(page, mark, `${name}: chosen`)
    expect(await fillEvery(page, mark), name).toBeGreaterThanOrEqual(fields)
    expect(await everything(page), `${name}: filled in`).toContain(`${mark}0`)

    // Locked: nothing is shown, and the same person goes on where it was.
    await page.keyboard.press('Control+l')
    await expect(page.getByRole('button', { name: '解锁' })).toBeVisible()
    await expectNothingOf(page, mark, `${name}: locked`)
    await expect(fieldOf(page, '密码')).toBeFocused()
    await page.keyboard.type(samplePassword)
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await everything(page)).includes(mark), `${name}: unlocked`).toBe(true)

    // Left for the next client.
    await newIntake(page)
    await expectNothingOf(page, mark, `${name}: next client`)
    await open(page)
    await expectNothingOf(page, mark, `${name}: next client's form`)
    for (const field of await page.getByRole('main').getByRole('textbox').all()) {
      const value = await field.inputValue()
      expect(value === '' || /^\d{4}-\d{2}-\d{2}$/u.test(value), value).toBe(true)
    }
  }

  // Somebody else at the desk.
  const last = newMark()
  await fillEvery(page, last)
  await signOut(page)
  for (const mark of [...marks, last]) await expectNothingOf(page, mark, 'signed out')
  await signIn(page, 'zhouhang')
  await newIntake(page)
  await expect(page.getByRole('option').first()).toBeVisible()
  for (const mark of [...marks, last]) await expectNothingOf(page, mark, 'another person')

  // Nothing readable on the disk either, drafts included.
  expect(await desk.close()).toBe(0)
  for (const mark of [...marks, last]) expect(await filesWith(folder, mark)).toEqual([])
})

test('[INT-5] a matter that is finished leaves nothing: not on the page, not for the next person, nothing readable on the disk', async ({
  folder,
  launch,
}) => {
  test.setTimeout(180_000)
  const desk = await launch()
  const { page } = desk
  await signIn(page, 'linxiaomei')
  const mark = newMark()
  await newIntake(page)
  await chooseContact(page, '咨询')
  await fill(page, '姓名', `${mark}甲`)
  await fill(page, '电话', '13800007719')
  await fill(page, '标题', `${mark}乙`)
  await choose(page, '咨询类别', '申请材料', page.getByRole('main'))
  await fill(page, '问的是什么', `${mark}丙`)
  await fill(page, '答复内容', `${mark}丁`)
  await check(page, '出具书面答复')
  await act(page, '已答复')
  await expect(page.getByText('已存为 PDF，没有打印机')).toBeVisible()

  await newIntake(page)
  await expectNothingOf(page, mark, 'next client')
  await signOut(page)
  await expectNothingOf(page, mark, 'signed out')
  expect(await desk.close()).toBe(0)
  expect(await filesWith(folder, mark)).toEqual([])
})
