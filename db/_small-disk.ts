import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk of its own that is really small. */
export interface SmallDisk {
  readonly dir: string
  /** Writes a file of ballast so that so many bytes are left. */
  readonly leave: (bytes: number) => void
  readonly remove: () => void
}

/** Null where nobody may mount one: then a quota of SQLite stands in for it. */
export const mountSmallDisk = (bytes: number): SmallDisk | null => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const dir = mkdtempSync(join(tmpdir(), 'yichuang-disk-'))
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${String(bytes)},mode=700`, 'tmpfs', dir])
  if (status !== 0) {
    rmSync(dir, { recursive: true })
    return null
  }
  const ballast = join(dir, 'ballast')
  return {
    dir,
    leave: (left) => {
      rmSync(ballast, { force: true })
      const { bavail, bsize } = statfsSync(dir)
      const size = bavail * bsize - left
      if (size > 0) writeFileSync(ballast, Buffer.alloc(size))
    },
    remove: () => {
      spawnSync('umount', [dir])
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
