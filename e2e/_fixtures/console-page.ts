import type { Page } from '@playwright/test'
import { sampleCenter } from '../../server/sample/sample-center.ts'
import { expect } from './expect.ts'
import { tabTo, typeInto } from './keyboard.ts'

// The console in a browser, with the keyboard alone.

/** By how its label begins: what must be filled in says so at its end. */
export const field = (page: Page, label: string) => page.getByRole('textbox', { name: new RegExp(`^${label}`, 'u') })

export const enter = async (page: Page, login: string, password: string): Promise<void> => {
  await field(page, '中心代码').focus()
  for (const text of [sampleCenter.code, login, password]) {
    await page.keyboard.press('Control+a')
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
}

export const goTo = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, page.getByRole('navigation').getByRole('link', { name, exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
}

export const press = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, page.getByRole('button', { name, exact: true }))
  await page.keyboard.press('Enter')
}

export const type = (page: Page, label: string, text: string): Promise<void> => typeInto(page, field(page, label), text)

export const row = (page: Page, name: RegExp | string) => page.getByRole('row').filter({ hasText: name })
