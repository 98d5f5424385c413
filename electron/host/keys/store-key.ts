import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OpenFailure } from '../../../db/open.ts'
import { failureCodeOf } from '../../../db/store-error.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { writeFileAtomic } from '../write-file-atomic.ts'
import { openWithPassphrase, sealWithPassphrase } from './argon2id-wrap.ts'
import {
  type KeyFile,
  KeyFileSchema,
  type Wrap,
  keyFileName,
  keyIdOf,
  keyLength,
  plainKeyFileName,
} from './key-file.ts'
import { unwrapWithPassphrase } from './passphrase-wrap.ts'

/** The operating system's key store, as the shell offers it. Null answers mean that it would not. */
export interface OsKeyStore {
  readonly wrap: (plainBase64: string) => Promise<string | null>
  readonly unwrap: (sealed: string) => Promise<string | null>
}

export interface KeySources {
  /** Folder of the store. */
  readonly dir: string
  readonly osKeyStore: OsKeyStore | null
  readonly passphrase: string | null
  /** Compiled SQLite addon, as for the store; the prebuild of the package when not given. */
  readonly nativeBinding?: string | null
  /** False where a store must be there already: nothing is made then. */
  readonly mayCreate: boolean
  /** A new store may keep its key in an owner-only file (command line, samples); never in the application. */
  readonly mayUseKeyFile: boolean
}

/** A passphrase that protects a whole store alone must not be guessed in an afternoon. */
export const minPassphraseLength = 8

/**
 * The key of the store in `dir`: opened by the first way that works, or made with the store. A new key is never left plain
 * unless `mayUseKeyFile` says so.
 */
export const obtainStoreKey = async (sources: KeySources): Promise<Result<Uint8Array, OpenFailure>> => {
  try {
    const text = await readIfThere(join(sources.dir, keyFileName))
    if (text !== null) return await openKey(sources, text)
    if (existsSync(join(sources.dir, 'desk.db'))) return failure('key_missing', keyFileName)
    return sources.mayCreate ? await makeKey(sources) : failure('not_a_store', sources.dir)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const code = isFileInTheWay(error) ? 'not_a_store' : failureCodeOf(error)
    if (code === null) throw error
    return failure(code, error.message)
  }
}

const openKey = async (sources: KeySources, text: string): Promise<Result<Uint8Array, OpenFailure>> => {
  const keyFile = parseKeyFile(text)
  if (keyFile === null) return failure('key_missing', `${keyFileName} is not readable`)
  const failures: OpenFailure[] = []
  for (const wrap of keyFile.wraps) {
    const opened = await openWrap(wrap, sources)
    if (!opened.ok) failures.push(opened.error)
    else if (opened.value.length === keyLength && keyIdOf(opened.value) === keyFile.keyId) return opened
    else failures.push({ code: 'wrong_key', detail: wrap.provider })
  }
  return err(mostUseful(failures))
}

const openWrap = async (wrap: Wrap, sources: KeySources): Promise<Result<Uint8Array, OpenFailure>> => {
  switch (wrap.provider) {
    case 'os': {
      const plain = (await sources.osKeyStore?.unwrap(wrap.sealed)) ?? null
      return plain === null ? failure('os_key_store_unavailable', 'unwrap') : ok(Buffer.from(plain, 'base64'))
    }
    case 'argon2id': {
      if (sources.passphrase === null) return failure('passphrase_required', '')
      const key = openWithPassphrase(wrap, sources.passphrase, sources.nativeBinding ?? null)
      return key === null ? failure('passphrase_wrong', '') : ok(key)
    }
    case 'passphrase': {
      if (sources.passphrase === null) return failure('passphrase_required', '')
      const key = await unwrapWithPassphrase(wrap, sources.passphrase)
      return key === null ? failure('passphrase_wrong', '') : ok(key)
    }
    case 'file': {
      const text = await readIfThere(join(sources.dir, plainKeyFileName))
      return text === null ? failure('key_missing', plainKeyFileName) : ok(Buffer.from(text.trim(), 'hex'))
    }
  }
}

const makeKey = async (sources: KeySources): Promise<Result<Uint8Array, OpenFailure>> => {
  if (sources.passphrase !== null && [...sources.passphrase].length < minPassphraseLength)
    return failure('passphrase_required', `at least ${String(minPassphraseLength)} characters`)
  const key = randomBytes(keyLength)
  const wraps: Wrap[] = []
  const sealed = (await sources.osKeyStore?.wrap(key.toString('base64'))) ?? null
  if (sealed !== null) wraps.push({ provider: 'os', sealed })
  if (sources.passphrase !== null)
    wraps.push(sealWithPassphrase(key, sources.passphrase, sources.nativeBinding ?? null))
  if (wraps.length === 0 && sources.mayUseKeyFile) wraps.push({ provider: 'file' })
  if (wraps.length === 0) return failure('os_key_store_unavailable', 'a new store needs a passphrase')

  await mkdir(sources.dir, { recursive: true, mode: 0o700 })
  if (wraps.some(({ provider }) => provider === 'file'))
    await writeFileAtomic(join(sources.dir, plainKeyFileName), `${key.toString('hex')}\n`)
  const keyFile: KeyFile = { v: 1, keyId: keyIdOf(key), wraps }
  await writeFileAtomic(join(sources.dir, keyFileName), `${JSON.stringify(keyFile, null, 2)}\n`)
  return ok(key)
}

/** True when the key lies in a plain file, which the command line says whenever it makes one. */
export const isKeptInFile = async (dir: string): Promise<boolean> => {
  const text = await readIfThere(join(dir, keyFileName))
  return text !== null && (parseKeyFile(text)?.wraps.some(({ provider }) => provider === 'file') ?? false)
}

const parseKeyFile = (text: string): KeyFile | null => {
  try {
    return KeyFileSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** What the person can do something about comes first. */
const mostUseful = (failures: readonly OpenFailure[]): OpenFailure => {
  const order = ['passphrase_wrong', 'passphrase_required', 'wrong_key', 'key_missing', 'os_key_store_unavailable']
  const sorted = [...failures].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
  return sorted[0] ?? { code: 'key_missing', detail: keyFileName }
}

const readIfThere = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

const isFileInTheWay = (error: Error): boolean =>
  'code' in error && (error.code === 'ENOTDIR' || error.code === 'EEXIST')

const failure = (code: OpenFailure['code'], detail: string): Result<never, OpenFailure> => err({ code, detail })
