import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type KeySources, type OsKeyStore, isKeptInFile, obtainStoreKey } from './store-key.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'yichuang-key-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** Seals by turning the text round: enough to see that the key itself is not what is stored. */
const turning: OsKeyStore = {
  wrap: (plain) => Promise.resolve(Buffer.from(turned(plain)).toString('base64')),
  unwrap: (sealed) => Promise.resolve(turned(Buffer.from(sealed, 'base64').toString())),
}
const turned = (text: string): string => [...text].reverse().join('')
const refusing: OsKeyStore = { wrap: () => Promise.resolve(null), unwrap: () => Promise.resolve(null) }

const sources = (more: Partial<KeySources> = {}): KeySources => ({
  dir: join(root, 'desk'),
  osKeyStore: null,
  passphrase: null,
  mayCreate: true,
  mayUseKeyFile: false,
  ...more,
})
const keyOf = async (more: Partial<KeySources> = {}): Promise<string> => {
  const key = await obtainStoreKey(sources(more))
  if (!key.ok) throw new Error(key.error.code)
  return Buffer.from(key.value).toString('hex')
}
const refusalOf = async (more: Partial<KeySources> = {}): Promise<string | null> => {
  const key = await obtainStoreKey(sources(more))
  return key.ok ? null : key.error.code
}
/** All that lies in the folder, as one text. */
const onDisk = async (): Promise<string> => {
  const names = await readdir(join(root, 'desk'))
  const texts = await Promise.all(names.map((name) => readFile(join(root, 'desk', name), 'utf8')))
  return texts.join('\n')
}

const keyJson = (): string => join(root, 'desk', 'key.json')
/** What `key.json` keeps the key sealed in. */
const sealedBytes = async (): Promise<Buffer> =>
  Buffer.from(/"sealed": "([^"]*)"/.exec(await readFile(keyJson(), 'utf8'))?.[1] ?? '', 'base64')
const putSealed = async (sealed: Buffer): Promise<void> => {
  const text = await readFile(keyJson(), 'utf8')
  await writeFile(keyJson(), text.replace(/"sealed": "[^"]*"/, `"sealed": "${sealed.toString('base64')}"`))
}
/** Written by version 0.1.0 for the key 01 02 … 20. */
const firstVersion = JSON.stringify({
  v: 1,
  keyId: 'c53cd8915413c934',
  wraps: [
    {
      provider: 'passphrase',
      n: 32_768,
      r: 8,
      p: 3,
      salt: 'nUqybSTu72bgXuFFXf9mvw==',
      nonce: 'JohG9KV5gJF/SRN2',
      sealed: 'pDjuaF8uXTC9BoxbqCoCtPkZ9/BfipwA/lXYeY9qVSPGbgQg8h2RxrYaoM7X0Bnf',
    },
  ],
})

describe('a new store', { timeout: 30_000 }, () => {
  it('gets 32 random bytes that the operating system seals', async () => {
    const key = await keyOf({ osKeyStore: turning })
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    expect(await keyOf({ osKeyStore: turning })).toBe(key)
    const text = await onDisk()
    expect(text).not.toContain(key)
    expect(text).not.toContain(Buffer.from(key, 'hex').toString('base64'))
    await rm(join(root, 'desk'), { recursive: true })
    expect(await keyOf({ osKeyStore: turning })).not.toBe(key)
  })

  it('without a key store of the system and without passphrase is refused, and nothing is made', async () => {
    expect(await refusalOf()).toBe('os_key_store_unavailable')
    expect(await refusalOf({ osKeyStore: refusing })).toBe('os_key_store_unavailable')
    expect(await readdir(root)).toEqual([])
  })

  it('is made only where that is wanted', async () => {
    expect(await refusalOf({ mayUseKeyFile: true, mayCreate: false })).toBe('not_a_store')
    expect(await readdir(root)).toEqual([])
  })

  it('takes a passphrase of eight characters or more', async () => {
    expect(await refusalOf({ passphrase: '七个字的口令呀' })).toBe('passphrase_required')
    expect(await readdir(root)).toEqual([])
    const key = await keyOf({ passphrase: '青山 隐隐 水迢迢' })
    expect(await onDisk()).not.toContain(key)
    expect(await keyOf({ passphrase: '青山 隐隐 水迢迢' })).toBe(key)
  })

  it('keeps its key in a file of its own only where that is allowed, readable by its owner alone', async () => {
    const key = await keyOf({ mayUseKeyFile: true })
    expect((await readFile(join(root, 'desk', 'store.key'), 'utf8')).trim()).toBe(key)
    expect(await isKeptInFile(join(root, 'desk'))).toBe(true)
    if (process.platform !== 'win32') {
      for (const name of ['store.key', 'key.json'])
        expect((await stat(join(root, 'desk', name))).mode & 0o777, name).toBe(0o600)
      expect((await stat(join(root, 'desk'))).mode & 0o777).toBe(0o700)
    }
    expect(await readdir(join(root, 'desk'))).toEqual(['key.json', 'store.key'])
  })

  it('with a passphrase never writes the key file, even where it is allowed', async () => {
    await keyOf({ passphrase: 'correct horse', mayUseKeyFile: true })
    expect(await readdir(join(root, 'desk'))).toEqual(['key.json'])
    expect(await isKeptInFile(join(root, 'desk'))).toBe(false)
  })

  it('can be opened by either of two ways', async () => {
    const key = await keyOf({ osKeyStore: turning, passphrase: 'correct horse' })
    expect(await keyOf({ osKeyStore: turning })).toBe(key)
    expect(await keyOf({ passphrase: 'correct horse' })).toBe(key)
    expect(await keyOf({ osKeyStore: refusing, passphrase: 'correct horse' })).toBe(key)
  })

  it('in a place where a file stands says so', async () => {
    await writeFile(join(root, 'desk'), '')
    expect(await refusalOf({ passphrase: 'correct horse' })).toBe('not_a_store')
  })
})

describe('a store that is there', { timeout: 30_000 }, () => {
  it('asks for its passphrase and knows a wrong one', async () => {
    await keyOf({ passphrase: 'correct horse' })
    expect(await refusalOf()).toBe('passphrase_required')
    expect(await refusalOf({ osKeyStore: turning })).toBe('passphrase_required')
    expect(await refusalOf({ passphrase: 'wrong horse' })).toBe('passphrase_wrong')
  })

  it('whose key the system will not open says that', async () => {
    await keyOf({ osKeyStore: turning })
    expect(await refusalOf()).toBe('os_key_store_unavailable')
    expect(await refusalOf({ osKeyStore: refusing })).toBe('os_key_store_unavailable')
    expect(await refusalOf({ passphrase: 'correct horse' })).toBe('os_key_store_unavailable')
  })

  it('whose key comes back changed says that it is the wrong one', async () => {
    await keyOf({ osKeyStore: turning })
    const other = Buffer.alloc(32, 7).toString('base64')
    expect(await refusalOf({ osKeyStore: { ...turning, unwrap: () => Promise.resolve(other) } })).toBe('wrong_key')
  })

  it.each([
    ['store.key', 'key_missing'],
    ['key.json', 'key_missing'],
  ])('without its %s is refused as %s and never gets a new key', async (name, code) => {
    await keyOf({ mayUseKeyFile: true })
    await writeFile(join(root, 'desk', 'desk.db'), 'cipher text')
    await rm(join(root, 'desk', name))
    expect(await refusalOf({ mayUseKeyFile: true })).toBe(code)
    expect(await readdir(join(root, 'desk'))).not.toContain(name)
  })

  it.each([
    '',
    '{',
    '[]',
    '{"v":2,"keyId":"0000000000000000","wraps":[{"provider":"file"}]}',
    '{"v":1,"keyId":"x","wraps":[]}',
  ])('with the key.json %j is refused and left as it is', async (text) => {
    await keyOf({ mayUseKeyFile: true })
    const path = join(root, 'desk', 'key.json')
    await writeFile(path, text)
    expect(await refusalOf({ mayUseKeyFile: true })).toBe('key_missing')
    expect(await readFile(path, 'utf8')).toBe(text)
  })

  it('whose key file was overwritten says that it is the wrong key', async () => {
    await keyOf({ mayUseKeyFile: true })
    await writeFile(join(root, 'desk', 'store.key'), `${'ab'.repeat(32)}\n`)
    expect(await refusalOf()).toBe('wrong_key')
    await writeFile(join(root, 'desk', 'store.key'), 'no key at all')
    expect(await refusalOf()).toBe('wrong_key')
  })

  it('of the first version, with its key under scrypt, opens as before', async () => {
    await mkdir(join(root, 'desk'))
    await writeFile(join(root, 'desk', 'key.json'), firstVersion)
    expect(await keyOf({ passphrase: 'correct horse' })).toBe(
      '0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20',
    )
    expect(await refusalOf({ passphrase: 'wrong horse' })).toBe('passphrase_wrong')
    await writeFile(join(root, 'desk', 'key.json'), firstVersion.replace('pDjuaF8', 'pDjuaF9'))
    expect(await refusalOf({ passphrase: 'correct horse' })).toBe('passphrase_wrong')
  })

  it.each([
    ['its salt', 5],
    ['its first page', 60],
    ['the key', 1000],
  ])('whose wrap was altered in %s does not open', async (_part, at) => {
    await keyOf({ passphrase: 'correct horse' })
    const sealed = await sealedBytes()
    sealed[at] = (sealed[at] ?? 0) ^ 1
    await putSealed(sealed)
    expect(await refusalOf({ passphrase: 'correct horse' })).toBe('passphrase_wrong')
  })

  it('whose wrap was cut, or costs otherwise than it says, does not open', async () => {
    await keyOf({ passphrase: 'correct horse' })
    const sealed = await sealedBytes()
    for (const length of [0, 100, 512]) {
      await putSealed(sealed.subarray(0, length))
      expect(await refusalOf({ passphrase: 'correct horse' }), String(length)).toBe('passphrase_wrong')
    }
    await putSealed(sealed)
    const text = await readFile(keyJson(), 'utf8')
    await writeFile(keyJson(), text.replace('"t": 2', '"t": 3'))
    expect(await refusalOf({ passphrase: 'correct horse' })).toBe('passphrase_wrong')
    await writeFile(keyJson(), text)
    expect(await refusalOf({ passphrase: 'correct horse' })).toBeNull()
  })

  it("takes a passphrase with every sign as it is, and one typed on another system's keyboard as the same", async () => {
    const key = await keyOf({ passphrase: `raw:'"; caf\u00e9` })
    expect(await keyOf({ passphrase: `raw:'"; cafe\u0301` })).toBe(key)
    expect(await refusalOf({ passphrase: `raw:'"; cafe` })).toBe('passphrase_wrong')
  })
})
