import { cpSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { electronBinary, resolveElectronRuntime } from '../build/electron-runtime/resolve.mjs'

const blankPage = fileURLToPath(new URL('./blank-page/main.cjs', import.meta.url))

/** Puts an Electron with the blank page into `folder`: it takes `resources/app` beside its binary for the application. */
export const blankApplication = async (
  folder: string,
): Promise<{ readonly binary: string; readonly args: readonly string[] }> => {
  const { dist } = await resolveElectronRuntime()
  const copy = join(folder, 'blank')
  cpSync(dist, copy, { recursive: true })
  cpSync(dirname(blankPage), join(copy, 'resources', 'app'), { recursive: true })
  return { binary: electronBinary(copy), args: [`--user-data-dir=${join(folder, 'blank-profile')}`] }
}
