import { join } from 'node:path'
import type { Bench } from './bench.ts'
import { blankApplication } from './blank-start.ts'
import { median } from './measure.ts'
import { packagedDesk } from './packaged-desk.ts'
import { benchPassphrase, generatePassphraseStore } from './passphrase-store.ts'
import { type WindowStart, paintedAfter } from './painted-after.ts'
import { progressOf } from './progress.ts'
import { inTemporaryFolder } from './temporary-folder.ts'

const defaultSize = 10_000
const fewestStarts = 5

/**
 * From the start of the packaged application, on a store with `size` cases, to the moment its sign-in screen is painted, against a window
 * with one word in the same Electron. Both are started in turns, on files that have been read before; their own clocks say when they
 * painted.
 */
export const benchStartUp: Bench = ({ size, rounds, signal }) =>
  inTemporaryFolder(async function* (folder) {
    const dataDir = join(folder, 'store')
    const cases = size ?? defaultSize
    await generatePassphraseStore(dataDir, cases, signal)
    const desk = deskStart(await packagedDesk(), dataDir)
    const blank = await blankStart(folder)

    const starts = Math.max(fewestStarts, rounds)
    const progress = progressOf('starts', starts)
    const times: { readonly desk: number; readonly blank: number }[] = []
    // The first start of each reads everything from the disk; it is not counted.
    for (let n = 0; n <= starts; n += 1) {
      const pair = { blank: await paintedAfter(blank, signal), desk: await paintedAfter(desk, signal) }
      if (n > 0) times.push(pair)
      progress.show(n)
    }
    progress.end()
    const [ours, theirs] = [median(times.map((pair) => pair.desk)), median(times.map((pair) => pair.blank))]
    yield {
      name: 'start.window-ready',
      value: median(times.map((pair) => pair.desk / pair.blank)),
      limit: 2.5,
      bound: 'most',
      detail: `sign-in screen painted after ${Math.round(ours)} ms / blank Electron page ${Math.round(theirs)} ms, ${starts} starts each, ${cases} cases in the store`,
    }
  })

const deskStart = (binary: string, dataDir: string): WindowStart => ({
  binary,
  args: [`--data-dir=${dataDir}`, `--print-dir=${join(dataDir, 'printed')}`, '--password-store=basic'],
  env: { YICHUANG_PASSPHRASE: benchPassphrase, YICHUANG_DRIVER: '1' },
  // The box of the sign-in form; a progress sign before it does not count.
  within: '.gate:has(input[type=password])',
})

const blankStart = async (folder: string): Promise<WindowStart> => ({
  ...(await blankApplication(folder)),
  env: {},
  within: 'body',
})
