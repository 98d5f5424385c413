/** See resolve.mjs for what the fields mean. */
export type ElectronRuntime = {
  dist: string
  version: string
  source: 'override' | 'installed' | 'download' | 'registry'
  nativeBinding: string | null
}

/** Puts an Electron in place and says where. Throws an ElectronRuntimeError with what to do when there is none to be had. */
export function resolveElectronRuntime(options?: { log?: (line: string) => void }): Promise<ElectronRuntime>

/** The binary to start inside `dist`. */
export function electronBinary(dist: string, platform?: string): string
