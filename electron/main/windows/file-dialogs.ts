import { type BaseWindow, type FileFilter, app, dialog } from 'electron'
import { resolve } from 'node:path'
import type { FileDialogs, SavedKind } from '../choose-file.ts'
import { words } from '../words/zh-cn.ts'

interface Kind {
  readonly title: string
  readonly filters: FileFilter[]
}

const parcels: Kind = { title: words.saveParcel, filters: [{ name: words.parcels, extensions: ['yichuang'] }] }
const saved: Readonly<Record<SavedKind, Kind>> = {
  parcel: parcels,
  list: { title: words.saveList, filters: [{ name: words.workbooks, extensions: ['xlsx'] }] },
}

/** The system's own dialogs, in front of the window that is shown; nothing of them is left in the lists of recent files. */
export const fileDialogs = (shown: () => BaseWindow | null): FileDialogs => ({
  save: async (name, kind) => {
    const window = shown()
    if (window === null) return null
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      ...saved[kind],
      defaultPath: resolve(app.getPath('documents'), name),
      properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
    })
    return canceled || filePath === '' ? null : filePath
  },
  open: async () => {
    const window = shown()
    if (window === null) return null
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: words.openParcel,
      filters: parcels.filters,
      properties: ['openFile', 'dontAddToRecent'],
    })
    return canceled ? null : (filePaths[0] ?? null)
  },
})
