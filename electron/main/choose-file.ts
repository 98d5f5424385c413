import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FilePurpose } from '../../contract/host-process.ts'

export type FileDialogs = {
  /** Asks where a new file of this kind is to lie, offering `name`, or a way to one; null = nowhere. */
  readonly save: (name: string, kind: SavedKind) => Promise<string | null>
  /** Asks for one that is there; null = none. */
  readonly open: () => Promise<string | null>
}

/** What is written where a person says. */
export type SavedKind = 'parcel' | 'list'

export type ChooseFile = (purpose: FilePurpose, name: string) => Promise<string | null>

/** SHL-17: one dialog at a time; what is written always has the ending of its kind. */
export const createFileChooser = (dialogs: FileDialogs): ChooseFile => {
  let open = false
  return async (purpose, name) => {
    if (open) return null
    open = true
    try {
      if (purpose === 'open_parcel') return await dialogs.open()
      return await saved(dialogs, name, purpose === 'save_list' ? 'list' : 'parcel')
    } finally {
      open = false
    }
  }
}

/** Where an ending that was left out leads to a file that is there, the person is asked with the whole name: only so he is asked whether to replace it. */
const saved = async (dialogs: FileDialogs, name: string, kind: SavedKind): Promise<string | null> => {
  const ending = endings[kind]
  const path = await dialogs.save(name, kind)
  if (path === null || path.toLowerCase().endsWith(ending)) return path
  const whole = `${path}${ending}`
  const there = await stat(whole).catch(() => null)
  if (there === null || kind === 'parcel') return whole
  const again = await dialogs.save(whole, kind)
  return again === null || again.toLowerCase().endsWith(ending) ? again : null
}

const endings: Readonly<Record<SavedKind, string>> = { parcel: '.yichuang', list: '.xlsx' }

/** For a test driver, which no dialog of the system obeys: the folder is the stick, and the newest parcel on it is the one that is opened. */
export const stickDialogs = (folder: string): FileDialogs => ({
  save: (name) => Promise.resolve(join(folder, basename(name))),
  open: async () => {
    const files = (await readdir(folder))
      .filter((file) => file.endsWith(endings.parcel))
      .map((file) => join(folder, file))
    const dated = await Promise.all(files.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })))
    return dated.sort((a, b) => b.at - a.at)[0]?.file ?? null
  },
})
