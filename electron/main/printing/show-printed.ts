import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { shell } from 'electron'

/** Shows the print folder in the file manager, or one letter in it; false when that is not there. Opens no file. */
export const showPrinted = async (folder: string, file: string | null): Promise<boolean> => {
  const target = file === null ? folder : join(folder, file)
  const found = await stat(target).catch(() => null)
  if (found === null || found.isDirectory() !== (file === null)) return false
  if (file === null) return (await shell.openPath(folder)) === ''
  shell.showItemInFolder(target)
  return true
}
