import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ParcelProblemCode } from '../contract/parcel/parcel.ts'
import { type ParcelSource, readParcelStart } from '../contract/parcel/parcel-file.ts'
import { type Result, err, ok } from '../domain/result.ts'

export type OpenParcel = ParcelSource & { readonly close: () => Promise<void> }

/** PCL-3: a parcel to be read; null when there is no such file. */
export const openParcel = async (path: string): Promise<OpenParcel | null> => {
  try {
    const file = await open(path, 'r')
    const { size } = await file.stat()
    return {
      size,
      read: async (offset, length) => {
        const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - offset)))
        const { bytesRead } = await file.read(bytes, 0, bytes.length, offset)
        return bytes.subarray(0, bytesRead)
      },
      close: () => file.close(),
    }
  } catch {
    return null
  }
}

/** PCL-5: under its name it is whole, or it is not there. A file of that name that is no parcel stays as it is. */
export const saveParcel = async (
  path: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<Result<{ readonly bytes: number }, ParcelProblemCode>> => {
  if (await isOther(path)) return err('parcel_name_taken')
  const temporary = `${path}.part`
  let bytes = 0
  try {
    const file = await open(temporary, 'w', 0o600)
    try {
      for await (const piece of pieces) {
        await file.writeFile(piece)
        bytes += piece.length
      }
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    await syncFolder(dirname(path))
    return ok({ bytes })
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    if (isFileError(error)) return err('parcel_not_written')
    throw error
  }
}

const isOther = async (path: string): Promise<boolean> => {
  const there = await openParcel(path)
  if (there === null) return false
  try {
    const start = await readParcelStart(there)
    return there.size > 0 && !start.ok && start.error === 'not_a_parcel'
  } finally {
    await there.close()
  }
}

/** The stick was pulled out, is full or may not be written on; anything else is an error of ours. */
const isFileError = (error: unknown): boolean => error instanceof Error && 'syscall' in error

const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    // Some file systems of sticks know no such thing; the file itself is on the disk.
    await folder.sync().catch(() => undefined)
  } finally {
    await folder.close()
  }
}
