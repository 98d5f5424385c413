import { expect as playwright } from '@playwright/test'

/** Also for the tour, which has no Playwright configuration: how long something may take to be seen on a slow machine. */
export const expect = playwright.configure({ timeout: 20_000 })
