import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FilePurpose } from '../../contract/host-process.ts'

export type FileDialogs = {
  /** Asks where a new file is to lie, offering `name`; null = nowhere. */
  readonly save: (name: string) => Promise<string | null>
  /** Asks for one that is there; null = none. */
  readonly open: () => Promise<string | null>
}

export type ChooseFile = (purpose: FilePurpose, name: string) => Promise<string | null>

/** SHL-17: one dialog at a time; a parcel that is written always has the ending that parcels have. */
export const createFileChooser = (dialogs: FileDialogs): ChooseFile => {
  let open = false
  return async (purpose, name) => {
    if (open) return null
    open = true
    try {
      if (purpose === 'open_parcel') return await dialogs.open()
      const path = await dialogs.save(name)
      return path === null || path.endsWith(ending) ? path : `${path}${ending}`
    } finally {
      open = false
    }
  }
}

const ending = '.yichuang'

/** For a test driver, which no dialog of the system obeys: the folder is the stick, and the newest parcel on it is the one that is opened. */
export const stickDialogs = (folder: string): FileDialogs => ({
  save: (name) => Promise.resolve(join(folder, name)),
  open: async () => {
    const files = (await readdir(folder)).filter((file) => file.endsWith(ending)).map((file) => join(folder, file))
    const dated = await Promise.all(files.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })))
    return dated.sort((a, b) => b.at - a.at)[0]?.file ?? null
  },
})
