import { mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `f_type` of a file system that lies in memory (Linux). */
const memoryFileSystem = 0x01021994

/**
 * Runs with a folder of its own that is removed afterwards, however that ends. On a file system in memory a durable write costs
 * nothing and every ratio to it is void, so that is said; TMPDIR chooses another place.
 */
export const inTemporaryFolder = async function* <T>(
  work: (folder: string) => AsyncIterable<T>,
): AsyncGenerator<T, void, void> {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-bench-'))
  try {
    if (process.platform === 'linux' && statfsSync(folder).type === memoryFileSystem) {
      process.stderr.write(`${tmpdir()} lies in memory: set TMPDIR to a folder on a disk\n`)
    }
    yield* work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
