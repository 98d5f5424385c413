import type { Locator, Page } from '@playwright/test'
import { expect } from './expect.ts'
import { tabTo } from './keyboard.ts'

/** What is done on the page of a case, with the keyboard alone. */

export const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Opens the one case of the list. */
export const openCase = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(heading(page)).toContainText(title)
}

/** Ctrl+K with the number of a case, and its page. */
export const openByNo = async (page: Page, caseNo: string, title: string): Promise<void> => {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox').first()).toBeFocused()
  await page.keyboard.type(caseNo)
  await page.keyboard.press('Enter')
  await expect(heading(page)).toContainText(title)
}

/** Opens the form of an act by its line at the right. */
export const begin = async (page: Page, name: string) => {
  await tabTo(page, page.getByRole('button', { name: new RegExp(`^${name}`, 'u') }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${name}`, 'u') })
  await expect(dialog).toBeVisible()
  return dialog
}

/** Takes an option of a list that is opened and walked through with the arrow keys; of the form that is open, unless said otherwise. */
export const choose = async (
  page: Page,
  label: string,
  option: string,
  within: Locator = page.getByRole('dialog').first(),
): Promise<void> => {
  await tabTo(page, within.getByRole('button', { name: new RegExp(`${label}$|${label} `, 'u') }))
  await page.keyboard.press('Enter')
  const wanted = page.getByRole('option', { name: option, exact: true })
  // The keys are the list's once it has the focus; it begins at the top.
  const listHasFocus = () =>
    wanted.evaluate((element) => element.closest('[role=listbox]')?.contains(document.activeElement) === true)
  await expect.poll(listHasFocus).toBe(true)
  await page.keyboard.press('Home')
  for (let at = await page.getByRole('option').count(); at > 0; at -= 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await expect(wanted).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(wanted).toHaveCount(0)
}

/** Takes one of a few choices that stand side by side; the arrow keys move and choose. */
export const pick = async (page: Page, label: string, option: string): Promise<void> => {
  const group = page.getByRole('dialog').getByRole('radiogroup', { name: new RegExp(`^${label}`, 'u') })
  await tabTo(page, group)
  await page.keyboard.press('Space')
  const wanted = group.getByRole('radio', { name: option, exact: true })
  for (let left = await group.getByRole('radio').count(); left > 0; left -= 1) {
    if (await wanted.isChecked()) break
    await page.keyboard.press('ArrowRight')
  }
  await expect(wanted).toBeChecked()
}

/** F9 in the form, which closes when the act is done. */
export const confirm = async (page: Page): Promise<void> => {
  await page.keyboard.press('F9')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
