import { describe, expect, it } from 'vitest'
import type { SafeStorage } from './os-key-store.ts'
import { createOsKeyStore } from './os-key-store.ts'

const reverse = (text: string): string => [...text].reverse().join('')

/** A key store of the time before the asynchronous functions: it "seals" by turning the text round. */
const older = (backend?: string): SafeStorage => ({
  isEncryptionAvailable: () => true,
  encryptString: (plain) => Buffer.from(reverse(plain)),
  decryptString: (sealed) => {
    const text = sealed.toString()
    if (text === '') throw new Error('not sealed here')
    return reverse(text)
  },
  ...(backend === undefined ? {} : { getSelectedStorageBackend: () => backend }),
})

const newer = (backend: string, available = true): SafeStorage => ({
  ...older(backend),
  encryptString: () => {
    throw new Error('the synchronous half is gone')
  },
  decryptString: () => {
    throw new Error('the synchronous half is gone')
  },
  isAsyncEncryptionAvailable: () => Promise.resolve(available),
  encryptStringAsync: (plain) => Promise.resolve(Buffer.from(reverse(plain))),
  decryptStringAsync: (sealed) => Promise.resolve({ result: reverse(sealed.toString()) }),
})

describe('key store of the operating system', () => {
  it.each([
    ['an Electron with the asynchronous functions', newer('gnome_libsecret')],
    ['an older Electron', older('kwallet5')],
  ])('[SHL-14] with a real keyring %s seals and opens again', async (_name, safeStorage) => {
    const keys = createOsKeyStore(safeStorage, 'linux')
    const sealed = await keys.wrap('c2VjcmV0')
    expect(sealed).toBe(Buffer.from('0VmcjV2c').toString('base64'))
    expect(await keys.unwrap(sealed ?? '')).toBe('c2VjcmV0')
  })

  it.each([['basic_text'], ['unknown'], [undefined]])(
    '[SHL-14] on Linux the backend %s is no key store: nothing is sealed with it',
    async (backend) => {
      const keys = createOsKeyStore(older(backend), 'linux')
      expect(await keys.isAvailable()).toBe(false)
      expect(await keys.wrap('c2VjcmV0')).toBeNull()
      expect(await keys.unwrap('c2VjcmV0')).toBeNull()
    },
  )

  it('[SHL-14] elsewhere the operating system itself answers', async () => {
    expect(await createOsKeyStore(older(), 'win32').isAvailable()).toBe(true)
    expect(await createOsKeyStore(newer('unused', false), 'darwin').isAvailable()).toBe(false)
  })

  it('[SHL-14] what was sealed elsewhere opens to nothing instead of breaking the shell', async () => {
    expect(await createOsKeyStore(older(), 'win32').unwrap('')).toBeNull()
  })
})
