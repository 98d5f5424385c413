/** What a page is served: everything, what is public (SHL-30), or what a hall shows (SHL-33). */
export const servedPages = ['desk', 'terminal', 'board'] as const
export type ServedPage = (typeof servedPages)[number]

/**
 * Messages between the shell (electron/main) and the host when it runs as a utilityProcess. Ports of pages travel as
 * transferred MessagePorts beside `connect`; everything a page says afterwards goes straight to the host.
 */
export type ShellToHost =
  | {
      readonly type: 'open'
      /** Folder of this device's store; made when missing. */
      readonly dataDir: string
      /** Compiled SQLite addon, when the package's own prebuild does not fit this runtime. */
      readonly nativeBinding: string | null
      /** True when the operating system's key store may be used (never Electron's plain-text fallback). */
      readonly osKeyStore: boolean
      /** Passphrase typed at start, when the store asks for one. */
      readonly passphrase: string | null
      readonly appVersion: string
      /** Enrol by itself when the store is not enrolled yet (first start by an installer or `npm start`). */
      readonly enrol: { readonly server: string; readonly code: string } | null
    }
  /** A page's port comes with it. */
  | { readonly type: 'connect'; readonly to: ServedPage }
  | { readonly type: 'key'; readonly id: number; readonly value: string | null }
  /** The file that a person chose (SHL-17); null = none. */
  | { readonly type: 'chosen'; readonly id: number; readonly path: string | null }
  | { readonly type: 'stop' }

export type HostToShell =
  | { readonly type: 'ready' }
  /** The store is being made again after damage; told now and then before `ready`. */
  | { readonly type: 'rebuilding'; readonly done: number; readonly total: number }
  /** The store could not be opened; the shell shows the reason in plain words. */
  | { readonly type: 'failed'; readonly code: StoreFailureCode; readonly detail: string }
  /** Ask the shell to seal (`wrap`) or open (`unwrap`) base64 bytes with the operating system's key store. */
  | { readonly type: 'wrap' | 'unwrap'; readonly id: number; readonly value: string }
  /** Let a person choose a file: an old one, or a new one for which `name` is offered (SHL-17). */
  | { readonly type: 'choose'; readonly id: number; readonly purpose: FilePurpose; readonly name: string }
  | { readonly type: 'stopped' }

export const filePurposes = ['save_parcel', 'open_parcel', 'save_list'] as const
export type FilePurpose = (typeof filePurposes)[number]

export const storeFailureCodes = [
  'wrong_key',
  'key_missing',
  'passphrase_required',
  'passphrase_wrong',
  'os_key_store_unavailable',
  'newer_schema',
  'not_a_store',
  'damaged',
  'disk_full',
  /** There is room, but less than is kept for finishing what was begun: no further act is taken. */
  'disk_low',
  /** An act that failed could not be taken back: nothing is written until the program has been started again. */
  'read_only',
  'no_permission',
  'in_use',
  'native_missing',
  'unexpected',
] as const
export type StoreFailureCode = (typeof storeFailureCodes)[number]
