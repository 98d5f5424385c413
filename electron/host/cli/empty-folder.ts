import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What stands in the way of a new store; null = nothing: the folder is empty or not there. */
export const findObstacle = async (dir: string): Promise<'has_store' | 'not_empty' | 'not_a_folder' | null> => {
  try {
    const names = await readdir(dir)
    if (names.some((name) => name === 'desk.db' || name === 'key.json')) return 'has_store'
    return names.length > 0 ? 'not_empty' : null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return null
    if (code === 'ENOTDIR') return 'not_a_folder'
    throw error
  }
}

/** Makes the folder; the answer takes back all that was made since: the contents, and every folder that is new. */
export const claimEmptyFolder = async (dir: string): Promise<() => Promise<void>> => {
  const firstMade = await mkdir(dir, { recursive: true, mode: 0o700 })
  return async () => {
    if (firstMade !== undefined) return rm(firstMade, { recursive: true, force: true })
    for (const name of await readdir(dir)) await rm(join(dir, name), { recursive: true, force: true })
  }
}
