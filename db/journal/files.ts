import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { ownFolder } from '../store-file.ts'
import { type SegmentHeader, segmentName, segmentOf } from './segment.ts'

/** The two calls that put a frame on the disk; a test of a failing disk brings its own. */
export interface JournalDisk {
  readonly write: (file: number, bytes: Uint8Array, at: number) => void
  /** Returns when what was written is on the disk. */
  readonly sync: (file: number) => void
}

export const realDisk: JournalDisk = {
  write: (file, bytes, at) => {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done)
  },
  sync: (file) => fdatasyncSync(file),
}

/** Numbers of the segments in a folder, ascending. */
export const listSegments = (dir: string): readonly number[] =>
  namesIn(dir)
    .flatMap((name) => segmentOf(name) ?? [])
    .sort((a, b) => a - b)

/** What an append that was cut off while it made a segment left behind; nothing in it was ever counted on. */
export const dropUnfinished = (dir: string): void => {
  for (const name of namesIn(dir)) if (name.endsWith('.seg.new')) unlinkSync(join(dir, name))
}

/** A journal has no folder before it has its first operation. */
const namesIn = (dir: string): readonly string[] => (existsSync(dir) ? readdirSync(dir) : [])

/** Whole or not at all, and on the disk with its name when this returns. Answers the open file. */
export const createSegment = (
  dir: string,
  { segment }: SegmentHeader,
  bytes: Uint8Array,
  disk: JournalDisk,
): number => {
  ownFolder(dir)
  const path = join(dir, segmentName(segment))
  const fresh = `${path}.new`
  const file = openSync(fresh, 'w', 0o600)
  try {
    disk.write(file, bytes, 0)
    disk.sync(file)
  } catch (error) {
    closeSync(file)
    unlinkSync(fresh)
    throw error
  }
  closeSync(file)
  renameSync(fresh, path)
  syncFolder(dir)
  return openSync(path, 'r+')
}

/** Puts names on the disk; Windows does that with the rename and cannot open folders. */
export const syncFolder = (dir: string): void => {
  if (process.platform === 'win32') return
  const folder = openSync(dir, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Renames files into a folder, which is made. What is not there is passed over. */
export const moveInto = (folder: string, dir: string, names: readonly string[]): void => {
  const there = names.filter((name) => existsSync(join(dir, name)))
  if (there.length === 0) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of there) renameSync(join(dir, name), join(folder, name))
  syncFolder(folder)
  syncFolder(dir)
}
