import { expect } from './expect.ts'
import type { Locator, Page } from '@playwright/test'

/** More stops than any page of the workbench has. */
const mostStops = 60

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluateAll((elements) => elements.some((each) => each.contains(document.activeElement)))

/** Goes on with Tab until the focus is in there, as a person without a mouse does; fails when Tab never comes to it. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await hasFocus(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not come to ${String(target)}`)
}

/** Writes over what a field holds. */
export const typeInto = async (page: Page, field: Locator, text: string): Promise<void> => {
  await tabTo(page, field)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** A field by the words beside it. */
export const fieldOf = (page: Page, label: string): Locator => page.getByRole('textbox', { name: label, exact: true })
