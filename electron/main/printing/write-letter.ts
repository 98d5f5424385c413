import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { LetterFileSchema } from '../../../contract/shell.ts'
import type { PrintRefusal } from '../../../contract/shell.ts'
import { makeFolder } from '../make-folder.ts'
import { codeOf, refusalOf } from './write-refusal.ts'

export type WrittenLetter =
  | { readonly ok: true; readonly value: { readonly file: string } }
  | { readonly ok: false; readonly error: PrintRefusal }

/** More prints of one letter than that are a fault somewhere else. */
const maxTwins = 9999

/**
 * Writes a finished letter into the print folder, whole or not at all (SHL-15): beside it first, flushed to the disk, then
 * renamed onto a name reserved for it, so that an earlier letter is never written over. Readable by this user only.
 *
 * @param stem `<key>_<letter>_<printNo>`
 */
export const writeLetter = async (folder: string, stem: string, pdf: Uint8Array): Promise<WrittenLetter> => {
  const draft = join(folder, `.${randomUUID()}.tmp`)
  let reserved: string | null = null
  try {
    makeFolder(folder)
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(pdf)
      await handle.sync()
    } finally {
      await handle.close()
    }
    reserved = await reserve(folder, stem)
    await rename(draft, join(folder, reserved))
    return { ok: true, value: { file: reserved } }
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    if (reserved !== null) await rm(join(folder, reserved), { force: true }).catch(() => undefined)
    return { ok: false, error: refusalOf(error) }
  }
}

/** Takes the first free name by making an empty file of it. */
const reserve = async (folder: string, stem: string): Promise<string> => {
  for (let twin = 1; twin <= maxTwins; twin += 1) {
    const name = LetterFileSchema.parse(twin === 1 ? `${stem}.pdf` : `${stem}-${twin}.pdf`)
    try {
      await (await open(join(folder, name), 'wx', 0o600)).close()
      return name
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
  throw new Error(`no free name for ${stem}`)
}
