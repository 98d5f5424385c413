import { cp } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { test as base } from '@playwright/test'
import { sampleCenter } from '../../server/sample/sample-center.ts'
import type { ServiceItem } from '../../domain/service/service-item.ts'
import { keepCopy, makeCenter } from './center.ts'
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
  /** The central server that enrolled W03, away and with nothing from any other test: a test that wants it starts it, and stops it again. */
  readonly center: Center
  /** Starts the workbench of a window with its store in `folder`; what still runs at the end of the test is killed. */
  readonly launch: (window?: string, args?: readonly string[]) => Promise<Desk>
}

/** A center that has one device. Both are as new for each test, since two histories of one device must not meet in one center. */
type Enrolled = { readonly center: Center; readonly newAgain: () => Promise<void>; readonly storeFolder: string }

type OfAllTests = {
  /** Items that the center has beside those of the sample. */
  readonly moreItems: readonly ServiceItem[]
  /** Made once, since enrolling is what takes long. */
  readonly enrolled: Enrolled
}

export const test = base.extend<OfOneTest, OfAllTests>({
  moreItems: [[longItem, lawItem, openItem], { scope: 'worker', option: true }],
  enrolled: [
    async ({ moreItems }, use) => {
      await withFolder(async (folder) => {
        const centerFolder = join(folder, 'center')
        const storeFolder = join(folder, 'W03')
        const center = await makeCenter(centerFolder, moreItems)
        try {
          const code = await center.enrolCode('W03')
          const desk = await launchDesk({ dataDir: storeFolder, args: [`--enrol=${center.url},${code}`] })
          await expect(fieldOf(desk.page, '工号')).toBeVisible()
          // Its name comes with the people: before that nobody could sign in without the line.
          await expect(desk.page.getByText(sampleCenter.name)).toBeVisible()
          expect(await desk.close()).toBe(0)
        } finally {
          await center.stop()
        }
        const newAgain = await keepCopy(centerFolder, join(folder, 'kept'))
        await use({ center, newAgain, storeFolder })
      })
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  folder: async ({ enrolled }, use) => {
    await withFolder(async (folder) => {
      const filter = (from: string) => !leftBehind.has(basename(from))
      await cp(enrolled.storeFolder, join(folder, 'W03'), { recursive: true, filter })
      await use(folder)
    })
  },
  center: async ({ enrolled: { center, newAgain } }, use) => {
    await newAgain()
    try {
      await use(center)
    } finally {
      await center.stop()
    }
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
