import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** What a QR code in a picture says, as a telephone reads it (Debian: zbar-tools); throws when there is none. */
export const readQr = async (png: string): Promise<string> => {
  const { stdout } = await promisify(execFile)('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', png])
  return stdout.trim()
}
