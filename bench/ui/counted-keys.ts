import type { Page } from '@playwright/test'

/** Presses keys as a person does and counts them; `free` ones are the applicant's own data. */
export const countedKeys = (page: Page) => {
  let count = 0
  return {
    count: () => count,
    press: async (key: string): Promise<void> => {
      count += 1
      await page.keyboard.press(key)
    },
    type: async (text: string): Promise<void> => {
      count += [...text].length
      await page.keyboard.type(text)
    },
    free: (text: string): Promise<void> => page.keyboard.type(text),
  }
}
