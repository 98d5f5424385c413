/** The part of Electron's `safeStorage` that is used; the asynchronous half came with later Electrons. */
export type SafeStorage = {
  isEncryptionAvailable(): boolean
  encryptString(plain: string): Buffer
  decryptString(sealed: Buffer): string
  getSelectedStorageBackend?(): string
  isAsyncEncryptionAvailable?(): Promise<boolean>
  encryptStringAsync?(plain: string): Promise<Buffer>
  decryptStringAsync?(sealed: Buffer): Promise<{ readonly result: string }>
}

/** Seals small secrets with the key store of the operating system. All values are base64; null = it could not. */
export type OsKeyStore = {
  readonly isAvailable: () => Promise<boolean>
  readonly wrap: (value: string) => Promise<string | null>
  readonly unwrap: (value: string) => Promise<string | null>
}

/**
 * The operating system's key store, or one that is never available (SHL-14). On Linux without a keyring Electron seals with
 * a password that stands in its source: that counts as no key store, and so does an Electron that cannot say which it uses.
 * Call after the application is ready.
 */
export const createOsKeyStore = (safeStorage: SafeStorage, platform: string): OsKeyStore => {
  const isAvailable = async (): Promise<boolean> => {
    if (platform === 'linux' && !isRealBackend(safeStorage.getSelectedStorageBackend?.())) return false
    return safeStorage.isAsyncEncryptionAvailable?.() ?? safeStorage.isEncryptionAvailable()
  }
  const guarded = async (work: () => Promise<string>): Promise<string | null> =>
    (await isAvailable()) ? work().catch(() => null) : null
  return {
    isAvailable,
    wrap: (value) =>
      guarded(async () => {
        const sealed = (await safeStorage.encryptStringAsync?.(value)) ?? safeStorage.encryptString(value)
        return sealed.toString('base64')
      }),
    unwrap: (value) =>
      guarded(async () => {
        const sealed = Buffer.from(value, 'base64')
        const opened = await safeStorage.decryptStringAsync?.(sealed)
        return opened?.result ?? safeStorage.decryptString(sealed)
      }),
  }
}

const isRealBackend = (backend: string | undefined): boolean =>
  backend !== undefined && backend !== 'basic_text' && backend !== 'unknown'
