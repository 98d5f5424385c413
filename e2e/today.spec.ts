import { sampleGuide } from '../server/sample/sample-guide.ts'
import { secondCitizen, trader } from './_fixtures/applicants.ts'
import { act, chooseItem, fillPerson, fillTrader, newIntake, signIn } from './_fixtures/clerk.ts'
import { expectSound } from './_fixtures/sound.ts'
import { expect } from './_fixtures/expect.ts'
import { test } from './_fixtures/journey.ts'

test('the queue of the day is worked through with the keyboard: the next act opens with its form, and what is done stays in its place', async ({
  launch,
}) => {
  const { page } = await launch()
  await signIn(page, 'linxiaomei')
  await expect(page.getByText('本窗口没有待办')).toBeVisible()

  // Two requests whose papers are not all there.
  for (const client of ['trader', 'person'] as const) {
    await newIntake(page)
    await chooseItem(page, 'ggcswsxk', sampleGuide.name)
    await (client === 'trader' ? fillTrader(page, trader) : fillPerson(page, secondCitizen))
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Alt+m')
    await page.keyboard.press('End')
    await page.keyboard.press('Space')
    await act(page, '已一次性告知')
  }
  await page.keyboard.press('Alt+1')
  const queue = page.getByRole('grid', { name: '今日待办' })
  await expect(queue).toBeFocused()
  await expect(queue.getByRole('rowheader', { name: /等候补正、缴费或答复\s*2/u })).toBeVisible()
  const lines = queue.getByRole('row').filter({ has: page.getByRole('gridcell') })
  await expect(lines).toHaveCount(2)
  await expect(lines.first()).toHaveAttribute('aria-selected', 'true')
  await expect(lines.first()).toContainText('补齐材料并受理')
  // What was taken in here today.
  const done = page.getByRole('region', { name: '今天到现在' })
  await expect(done).toContainText('2收件')
  await expect(done).toContainText('2告知补正')
  await expectSound(page, 'queue')

  // F8 goes on, F9 opens the case with the form of what it needs next.
  await page.keyboard.press('F8')
  await expect(lines.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('region', { name: '当前' })).toContainText('待补正')
  await page.keyboard.press('F8')
  await page.keyboard.press('F9')
  const form = page.getByRole('dialog', { name: /^补齐并受理/u })
  await expect(form).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('F9')
  await expect(form).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已受理')

  // Esc leads back to the queue: the line stands where it stood, and says when it was dealt with.
  await page.keyboard.press('Escape')
  await expect(queue).toBeFocused()
  await expect(lines).toHaveCount(2)
  await expect(lines.first()).toContainText(/已处置 \d\d:\d\d/u)
  await expect(queue.getByRole('rowheader', { name: /等候补正、缴费或答复\s*1/u })).toBeVisible()

  // From a case F8 leads on to the next that waits, and opens no form by itself.
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('已受理')
  await page.keyboard.press('F8')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('待补正')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  // Made anew the queue holds what waits.
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Alt+r')
  await expect(lines).toHaveCount(1)
})

test('one box finds cases, items, pages and what can be done here, and forgets what was typed', async ({ launch }) => {
  const { page } = await launch()
  await signIn(page, 'linxiaomei')
  await newIntake(page)
  await chooseItem(page, 'ggcswsxk', sampleGuide.name)
  await fillTrader(page, trader)
  await page.keyboard.press('Control+Enter')
  await act(page, '已受理')
  await page.keyboard.press('Alt+1')

  const box = page.getByRole('combobox', { name: '查找办件、事项、页面' })
  const options = page.getByRole('listbox', { name: '查找结果' }).getByRole('option')
  const take = async (typed: string, wanted: RegExp): Promise<void> => {
    await page.keyboard.press('Control+k')
    await expect(box).toBeFocused()
    await page.keyboard.type(typed)
    const option = options.filter({ hasText: wanted })
    await expect(option).toHaveCount(1)
    // Moved to by a key: what is found later takes its place above it and not under it.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    for (let at = await options.count(); at > 0; at -= 1) {
      if ((await option.getAttribute('aria-selected')) === 'true') break
      await page.keyboard.press('ArrowDown')
    }
    await expect(option).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(box).toHaveValue('')
  }
  await page.keyboard.press('Control+k')
  await expect(options.filter({ hasText: '重新排队' })).toHaveCount(1)
  await expectSound(page, 'palette')
  await page.keyboard.type(trader.name.slice(3))
  await expect(options.filter({ hasText: /已受理/u })).toHaveCount(1)
  // Left, it holds nothing of the client, and the focus is where it was.
  await page.keyboard.press('Escape')
  await expect(box).toHaveValue('')
  await expect(box).not.toBeFocused()

  // A person is a line of his own: Enter lists his cases, Esc goes back to what was found.
  await page.keyboard.press('Control+k')
  await page.keyboard.type(trader.name)
  const person = options.filter({ hasText: /申请人 · 1 件/u })
  await expect(person).toHaveCount(1)
  await expectSound(page, 'palette with a person')
  for (let at = await options.count(); at > 0; at -= 1) {
    if ((await person.getAttribute('aria-selected')) === 'true') break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
  const his = page.getByRole('listbox', { name: `${trader.name}的办件` }).getByRole('option')
  await expect(his).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(person).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(his).toContainText('已受理')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(sampleGuide.name)
  await expect(box).toHaveValue('')
  await page.keyboard.press('Alt+1')

  await take(trader.name.slice(3), /已受理/u)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(sampleGuide.name)
  // A page by its initials, an item by its own: the intake opens with it.
  await take('tb', /^同步/u)
  await expect(page.getByRole('heading', { level: 1, name: '同步' })).toBeVisible()
  await take('ggcswsxk', new RegExp(`^${sampleGuide.name}`, 'u'))
  await expect(page.getByRole('heading', { level: 1, name: sampleGuide.name })).toBeVisible()
  await expect(page.getByRole('radio', { name: '自然人' })).toBeFocused()
  // Enter searches the list as ever.
  await page.keyboard.press('Control+k')
  await page.keyboard.type(trader.name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: '办件' })).toBeFocused()
  await expect(page.getByRole('row', { name: new RegExp(trader.name, 'u') })).toHaveCount(1)
})
