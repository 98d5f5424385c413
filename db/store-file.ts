import { createHmac } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

/** Files of a store, all in one folder of the owner's. */
export const storePaths = (dir: string) => ({
  database: join(dir, 'desk.db'),
  /** What the folder is, readable without the key. */
  header: join(dir, 'desk.json'),
  /** Held locked while a process has the store open. */
  lock: join(dir, 'desk.lock'),
  /** Copies made before a migration, and those of every night. */
  copies: join(dir, 'copies'),
  /** The second record of own operations; another folder when the host is told one. */
  journal: join(dir, 'desk.journal'),
  /** Bytes of attachments (db/blobs/files.ts). */
  blobs: join(dir, 'blobs'),
  /** Files that were found damaged, each time in a folder of its own. Nothing in it is ever deleted. */
  aside: join(dir, 'damaged'),
  /** There when damage was met at work: the next opening reads every page. */
  suspect: join(dir, 'desk.suspect'),
})
export type StorePaths = ReturnType<typeof storePaths>

/**
 * `key` tells a wrong key from a damaged file, which look alike to SQLite: an HMAC of a fixed text, which says nothing about 32 random
 * bytes. `creating` until the first migration is through, so that a kill in between is not taken for damage.
 */
export interface StoreHeader {
  readonly format: 'yichuang-store'
  readonly state: 'creating' | 'ready'
  readonly key: string
}

export const keyCheck = (key: Uint8Array): string =>
  createHmac('sha256', key).update('yichuang-store key check').digest('hex')

/**
 * The journal of the store with this key in a folder that may hold those of others too; the folder itself must be there, or the disk is
 * not. Null = beside the store.
 */
export const journalIn = (folder: string | null, key: Uint8Array): { readonly journalDir?: string } =>
  folder === null || folder === '' ? {} : { journalDir: join(folder, `${keyCheck(key).slice(0, 16)}.journal`) }

/** Makes the folder, or narrows an existing one: its files hold personal data, so only the owner may look in. */
export const ownFolder = (dir: string): void => {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  if (process.platform !== 'win32' && (statSync(dir).mode & 0o077) !== 0) chmodSync(dir, 0o700)
}

/** Makes the file empty when it is missing; SQLite gives its companions (-wal, -shm) the same mode. */
export const ownFile = (path: string): void => {
  closeSync(openSync(path, 'a', 0o600))
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600)
}

/** An unencrypted database says so in its first bytes. */
export const isPlainSqlite = (path: string): boolean => {
  const start = Buffer.alloc(15)
  const file = openSync(path, 'r')
  try {
    readSync(file, start, 0, start.length, 0)
  } finally {
    closeSync(file)
  }
  return start.toString('latin1') === 'SQLite format 3'
}

/** Null when there is none or it is not a header of ours. */
export const readHeader = (path: string): StoreHeader | null => {
  if (!existsSync(path)) return null
  const value = parseJson(readFileSync(path, 'utf8'))
  if (typeof value !== 'object' || value === null) return null
  const { format, state, key } = { format: null, state: null, key: null, ...value }
  if (format !== 'yichuang-store' || typeof key !== 'string') return null
  return { format, state: state === 'ready' ? 'ready' : 'creating', key }
}

/** Whole or not at all: a new file takes the place of the old one. */
export const writeHeader = (path: string, header: StoreHeader): void => {
  const fresh = `${path}.new`
  const file = openSync(fresh, 'w', 0o600)
  try {
    writeFileSync(file, `${JSON.stringify(header)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(fresh, path)
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
