import { cp } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { test as base } from '@playwright/test'
import { sampleCenter } from '../../server/sample/sample-center.ts'
import type { ServiceItem } from '../../domain/service/service-item.ts'
import { makeCenter } from './center.ts'
import type { Center } from './center.ts'
import { launchDesk } from './desk.ts'
import type { Desk } from './desk.ts'
import { expect } from './expect.ts'
import { lawItem, longItem, openItem } from './items.ts'
import { fieldOf } from './keyboard.ts'
import { withFolder } from './temporary.ts'

type OfOneTest = {
  /**
   * Removed afterwards. `W03` in it is the store of that window, enrolled, with the items and staff of the sample center; nobody has
   * worked there yet. Letters are printed to `letters`.
   */
  readonly folder: string
  /** Starts the workbench of a window with its store in `folder`; what still runs at the end of the test is killed. */
  readonly launch: (window?: string, args?: readonly string[]) => Promise<Desk>
}

type OfAllTests = {
  /** Items that the center has beside those of the sample. */
  readonly moreItems: readonly ServiceItem[]
  /** The central server, away: a test that wants it starts it, and stops it again. */
  readonly center: Center
  /** Enrolled once and copied for each test, since enrolling is what takes long. */
  readonly enrolledStore: string
}

export const test = base.extend<OfOneTest, OfAllTests>({
  moreItems: [[longItem, lawItem, openItem], { scope: 'worker', option: true }],
  center: [
    async ({ moreItems }, use) => {
      await withFolder(async (folder) => {
        const center = await makeCenter(folder, moreItems)
        try {
          await use(center)
        } finally {
          await center.stop()
        }
      })
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  enrolledStore: [
    async ({ center }, use) => {
      await withFolder(async (folder) => {
        const code = await center.enrolCode('W03')
        const desk = await launchDesk({ dataDir: folder, args: [`--enrol=${center.url},${code}`] })
        await expect(fieldOf(desk.page, '工号')).toBeVisible()
        // Its name comes with the people: before that nobody could sign in without the line.
        await expect(desk.page.getByText(sampleCenter.name)).toBeVisible()
        expect(await desk.close()).toBe(0)
        await center.stop()
        await use(folder)
      })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  folder: async ({ enrolledStore }, use) => {
    await withFolder(async (folder) => {
      const filter = (from: string) => !leftBehind.has(basename(from))
      await cp(enrolledStore, join(folder, 'W03'), { recursive: true, filter })
      await use(folder)
    })
  },
  launch: async ({ folder }, use) => {
    const launched: Desk[] = []
    await use(async (window = 'W03', args = []) => {
      const desk = await launchDesk({ dataDir: join(folder, window), printDir: join(folder, 'letters'), args })
      launched.push(desk)
      return desk
    })
    for (const desk of launched) await desk.kill()
  },
})

/** What belongs to the running application and not to the store. */
const leftBehind = new Set(['shell', 'printed', 'logs'])
