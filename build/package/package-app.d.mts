/** The application could not be packaged; `message` says what to do. */
export class PackageError extends Error {}

/** Builds `out/` (unless `build` is false) and packs it with an Electron of its own. Paths are absolute. */
export function packageApp(options: {
  variant: 'release' | 'test'
  build?: boolean
  log?: (line: string) => void
}): Promise<{ folder: string; binary: string; electron: string; source: string }>

/** Where `packageApp` leaves the application of this platform. */
export function packagedApp(variant: 'release' | 'test'): { folder: string; binary: string }
