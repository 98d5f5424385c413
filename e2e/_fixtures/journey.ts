import { cp } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import { makeCenter } from './center.ts'
import type { Center } from './center.ts'
import { launchDesk } from './desk.ts'
import type { Desk, DeskOptions } from './desk.ts'
import { fieldOf } from './keyboard.ts'
import { withFolder } from './temporary.ts'

export type Launch = (options: DeskOptions) => Promise<Desk>

type OfOneTest = {
  /** Removed afterwards. */
  readonly folder: string
  /** The store of window W03 of the sample center, enrolled, with its items and staff; nobody has worked there. In `folder`. */
  readonly dataDir: string
  /** Starts a workbench; whatever still runs at the end of the test is killed. */
  readonly launch: Launch
}

type OfAllTests = {
  /** The server of the sample center, away: a test that wants it starts it, and stops it again. */
  readonly center: Center
  readonly enrolledStore: string
}

/** Enrolled once and copied, since enrolling is what takes long. */
export const test = base.extend<OfOneTest, OfAllTests>({
  center: [
    async ({ browserName: _ }, use) => {
      await withFolder(async (folder) => {
        const center = await makeCenter(folder)
        try {
          await use(center)
        } finally {
          await center.stop()
        }
      })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  enrolledStore: [
    async ({ center }, use) => {
      await withFolder(async (folder) => {
        const code = await center.enrolCode('W03')
        const desk = await launchDesk({ dataDir: folder, args: [`--enrol=${center.url},${code}`] })
        await expect(fieldOf(desk.page, '工号')).toBeVisible()
        expect(await desk.close()).toBe(0)
        await center.stop()
        await use(folder)
      })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  folder: async ({ browserName: _ }, use) => {
    await withFolder(use)
  },
  dataDir: async ({ folder, enrolledStore }, use) => {
    const dataDir = join(folder, 'W03')
    await cp(enrolledStore, dataDir, { recursive: true, filter: (from) => !leftBehind.has(basename(from)) })
    await use(dataDir)
  },
  launch: async ({ folder: _ }, use) => {
    const launched: Desk[] = []
    await use(async (options) => {
      const desk = await launchDesk(options)
      launched.push(desk)
      return desk
    })
    for (const desk of launched) await desk.kill()
  },
})

/** What belongs to the running application and not to the store. */
const leftBehind = new Set(['shell', 'printed', 'logs'])
