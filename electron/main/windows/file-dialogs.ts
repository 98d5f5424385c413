import { type BaseWindow, app, dialog } from 'electron'
import { join } from 'node:path'
import type { FileDialogs } from '../choose-file.ts'
import { words } from '../words/zh-cn.ts'

const filters = [{ name: words.parcels, extensions: ['yichuang'] }]

/** The system's own dialogs, in front of the window that is shown; nothing of them is left in the lists of recent files. */
export const fileDialogs = (shown: () => BaseWindow | null): FileDialogs => ({
  save: async (name) => {
    const window = shown()
    if (window === null) return null
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: words.saveParcel,
      defaultPath: join(app.getPath('documents'), name),
      filters,
      properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
    })
    return canceled || filePath === '' ? null : filePath
  },
  open: async () => {
    const window = shown()
    if (window === null) return null
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: words.openParcel,
      filters,
      properties: ['openFile', 'dontAddToRecent'],
    })
    return canceled ? null : (filePaths[0] ?? null)
  },
})
