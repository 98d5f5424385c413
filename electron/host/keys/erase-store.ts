import { randomFillSync } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { storePaths } from '../../../db/store-file.ts'
import { keyFileName, plainKeyFileName } from './key-file.ts'

/**
 * Makes a store unreadable for ever. The keys go first, written over and removed: without them everything else is noise, copies of the
 * files elsewhere included. Then the files. The log stays: it names nobody. Throws what the disk throws; done again it goes on.
 */
export const eraseStore = (dir: string, journal: string = storePaths(dir).journal): void => {
  for (const name of [plainKeyFileName, keyFileName]) shred(join(dir, name))
  const { database, header, copies, aside, suspect, lock, blobs } = storePaths(dir)
  for (const path of [
    database,
    `${database}-wal`,
    `${database}-shm`,
    journal,
    copies,
    blobs,
    aside,
    header,
    suspect,
    lock,
  ])
    rmSync(path, { recursive: true, force: true })
}

/** A disk that writes elsewhere keeps the old block; what it keeps of `key.json` is sealed by the system or a passphrase. */
const shred = (path: string): void => {
  if (!existsSync(path)) return
  const file = openSync(path, 'r+')
  try {
    writeSync(file, randomFillSync(Buffer.alloc(statSync(path).size)))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  rmSync(path)
}
