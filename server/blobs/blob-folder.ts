import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorCodeOf } from '../store/error-code.ts'
import { BlobFile, type BlobName } from './blob-file.ts'

export interface BlobFolderOptions {
  /** Shared by all processes that serve one database. */
  readonly dir: string
  /** 32 bytes; made by whoever comes first. It is not in `dir`, so that a copy of that alone tells nothing. */
  readonly keyFile: string
}

/** Where the bytes are: `CENTER/aa/HASH.blob` when whole, `.part` while they come. */
export interface BlobFolder {
  /** Makes an empty unfinished file unless one is there. */
  readonly begin: (name: BlobName) => Promise<void>
  /** The unfinished file; null = there is none. */
  readonly openPart: (name: BlobName) => Promise<BlobFile | null>
  /** The whole file; null = there is none. */
  readonly openWhole: (name: BlobName) => Promise<BlobFile | null>
  /** Gives the unfinished file its final name, on the disk. */
  readonly finish: (name: BlobName) => Promise<void>
  readonly drop: (name: BlobName) => Promise<void>
}

/** Throws when files are there and the key they were sealed with is not: a new one would open none of them. */
export const openBlobFolder = ({ dir, keyFile }: BlobFolderOptions): BlobFolder => {
  let known: Promise<Buffer> | null = null
  const key = (): Promise<Buffer> => {
    known ??= obtainKey(dir, keyFile)
    known.catch(() => {
      known = null
    })
    return known
  }
  const wholePath = ({ center, id }: BlobName) => join(dir, center, id.slice(0, 2), `${id}.blob`)
  const partPath = (name: BlobName) => wholePath(name).replace(/blob$/, 'part')
  const openAt = async (path: string, name: BlobName, flags: 'r' | 'r+'): Promise<BlobFile | null> => {
    try {
      return await BlobFile.open(path, name, await key(), flags)
    } catch (error) {
      if (errorCodeOf(error) === 'ENOENT') return null
      throw error
    }
  }
  return {
    begin: async (name) => {
      await key()
      const path = partPath(name)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const file = await open(path, 'a', 0o600)
      await file.close()
    },
    openPart: (name) => openAt(partPath(name), name, 'r+'),
    openWhole: (name) => openAt(wholePath(name), name, 'r'),
    finish: async (name) => {
      await rename(partPath(name), wholePath(name))
      for (const folder of [dirname(wholePath(name)), dirname(dirname(wholePath(name))), dir]) await syncFolder(folder)
    },
    drop: async (name) => {
      await rm(partPath(name), { force: true })
    },
  }
}

const obtainKey = async (dir: string, keyFile: string): Promise<Buffer> => {
  const found = await readKey(keyFile)
  if (found !== null) return found
  if ((await namesIn(dir)).length > 0) throw new Error('the key of the attached files is missing')
  await mkdir(dirname(keyFile), { recursive: true, mode: 0o700 })
  const fresh = `${keyFile}.${randomBytes(6).toString('hex')}`
  await writeFile(fresh, randomBytes(32), { mode: 0o600, flush: true })
  try {
    // Whole or not at all, and never over one that another process made meanwhile.
    await link(fresh, keyFile)
    await syncFolder(dirname(keyFile))
  } catch (error) {
    if (errorCodeOf(error) !== 'EEXIST') throw error
  } finally {
    await rm(fresh)
  }
  const made = await readKey(keyFile)
  if (made === null) throw new Error('the key of the attached files cannot be read')
  return made
}

const readKey = async (path: string): Promise<Buffer | null> => {
  try {
    const key = await readFile(path)
    if (key.length !== 32) throw new Error('the key of the attached files has not 32 bytes')
    return key
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return null
    throw error
  }
}

const namesIn = async (dir: string): Promise<readonly string[]> => {
  try {
    return await readdir(dir)
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT') return []
    throw error
  }
}

const syncFolder = async (dir: string): Promise<void> => {
  if (process.platform === 'win32') return
  const folder = await open(dir, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
