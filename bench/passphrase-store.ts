import { connect } from '../db/connect.ts'
import { storePaths } from '../db/store-file.ts'
import { obtainStoreKey } from '../electron/host/keys/store-key.ts'
import { generateStore } from './generate.ts'
import { randomOf } from './generate/random.ts'
import { querySource } from './search-queries.ts'

export const benchPassphrase = 'passphrase of the bench'

const keyOf = async (dir: string, mayCreate = false): Promise<Uint8Array> => {
  const options = { dir, osKeyStore: null, passphrase: benchPassphrase, mayCreate, mayUseKeyFile: false }
  const key = await obtainStoreKey(options)
  if (!key.ok) throw new Error(`no key: ${key.error.code} ${key.error.detail}`)
  return key.value
}

/** Makes a store of so many cases in `dir` that the application opens with `benchPassphrase`. */
export const generatePassphraseStore = async (dir: string, size: number, signal: AbortSignal): Promise<void> =>
  generateStore({ dir, key: await keyOf(dir, true), size, seed: 1 }, signal)

/** What somebody types who looks for a case of this store: parts of names, of other words, ends of numbers. */
export const drawQueries = async (dir: string): Promise<readonly string[]> => {
  const key = await keyOf(dir)
  const { database } = connect(storePaths(dir).database, { key, nativeBinding: null, maxPages: null })
  try {
    const source = querySource(database, randomOf(5))
    return [source.names(8), source.pieces(2, 8), source.pieces(4, 6), source.phoneEnds(4), source.initials(4)].flatMap(
      ({ texts }) => texts,
    )
  } finally {
    database.close()
  }
}
