import {
  closeSync,
  existsSync,
  openSync,
  readSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Random } from '../simulator/random.ts'

/** What can happen to the files of a desk that does not run; one of two records at a time, as disks do. */
export const damages = {
  'byte flipped in the database': (dir, random) => flip(join(dir, 'desk.db'), random),
  'byte flipped in the write-ahead log': (dir, random) => flip(join(dir, 'desk.db-wal'), random),
  'write-ahead log cut short': (dir, random) => cut(join(dir, 'desk.db-wal'), random),
  'write-ahead log gone': (dir) => remove(join(dir, 'desk.db-wal')),
  'database gone': (dir) => remove(join(dir, 'desk.db')) && (remove(join(dir, 'desk.db-wal')), true),
  'old database put back': (dir) => putOldDatabaseBack(dir),
  'byte flipped in the journal': (dir, random) => flip(lastSegment(dir), random),
  'journal cut short': (dir, random) => cut(lastSegment(dir), random),
} as const satisfies Readonly<Record<Damage, (dir: string, random: Random) => boolean>>
export const damageNames = [
  'byte flipped in the database',
  'byte flipped in the write-ahead log',
  'write-ahead log cut short',
  'write-ahead log gone',
  'database gone',
  'old database put back',
  'byte flipped in the journal',
  'journal cut short',
] as const
type Damage = (typeof damageNames)[number]

/** A copy of the database alone, to be put back later. */
export const keepDatabase = (dir: string): void => {
  if (!existsSync(join(dir, 'desk.db'))) return
  for (const name of ['desk.db', 'desk.db-wal']) {
    const kept = join(dir, `kept.${name}`)
    rmSync(kept, { force: true })
    if (existsSync(join(dir, name))) copyFileSync(join(dir, name), kept)
  }
}

const putOldDatabaseBack = (dir: string): boolean => {
  if (!existsSync(join(dir, 'kept.desk.db'))) return false
  for (const name of ['desk.db', 'desk.db-wal']) {
    rmSync(join(dir, name), { force: true })
    if (existsSync(join(dir, `kept.${name}`))) copyFileSync(join(dir, `kept.${name}`), join(dir, name))
  }
  return true
}

const lastSegment = (dir: string): string => {
  const folder = join(dir, 'desk.journal')
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => !name.includes('.new'))
        .sort()
    : []
  return join(folder, names.at(-1) ?? 'none')
}

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0)

const flip = (path: string, random: Random): boolean => {
  const size = sizeOf(path)
  if (size === 0) return false
  const at = random.int(size)
  const file = openSync(path, 'r+')
  try {
    const byte = Buffer.alloc(1)
    readSync(file, byte, 0, 1, at)
    byte[0] = (byte[0] ?? 0) ^ (1 << random.int(8))
    writeSync(file, byte, 0, 1, at)
  } finally {
    closeSync(file)
  }
  return true
}

const cut = (path: string, random: Random): boolean => {
  const size = sizeOf(path)
  if (size === 0) return false
  truncateSync(path, random.int(size))
  return true
}

const remove = (path: string): boolean => {
  if (!existsSync(path)) return false
  rmSync(path)
  return true
}
