import { open } from 'node:fs/promises'

/**
 * What may be in the archive: the vite builds, the one native dependency, the package's metadata.
 */
const EXPECTED = [
  /^out\//,
  /^node_modules\/better-sqlite3\/(lib|prebuilds)\//,
  /^node_modules\/better-sqlite3\/[^/]+$/,
  /^package\.json$/,
]

/**
 * The files of an asar archive that do not belong to the app.
 *
 * @param {string} archive
 * @returns {Promise<string[]>} their paths; at most ten
 */
export async function unexpectedEntries(archive) {
  const paths = [...filesOf(await readHeader(archive), '')]
  return paths.filter((path) => !EXPECTED.some((pattern) => pattern.test(path))).slice(0, 10)
}

/**
 * An archive starts with two Chromium pickles: the header's size (8 bytes), then the header: its own size twice and the JSON.
 *
 * @typedef {{ files?: Record<string, Entry> }} Entry a folder has `files`
 * @param {string} archive
 * @returns {Promise<Entry>}
 */
async function readHeader(archive) {
  const file = await open(archive, 'r')
  try {
    const sizes = Buffer.alloc(16)
    await file.read(sizes, 0, 16, 0)
    const json = Buffer.alloc(sizes.readUInt32LE(12))
    await file.read(json, 0, json.length, 16)
    return JSON.parse(json.toString('utf8'))
  } finally {
    await file.close()
  }
}

/** @param {Entry} entry @param {string} path @returns {Generator<string>} */
function* filesOf({ files }, path) {
  if (files === undefined) yield path
  else for (const [name, child] of Object.entries(files)) yield* filesOf(child, path === '' ? name : `${path}/${name}`)
}
