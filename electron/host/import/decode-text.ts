import { type Result, err, ok } from '../../../domain/result.ts'
import { type FileProblem, fileProblem } from './raw-table.ts'

/**
 * Text of a file whose encoding nobody states: a byte order mark decides; else UTF-8 if the bytes are valid UTF-8, else
 * GB18030 (which contains GBK and GB2312: what Chinese offices export). Bytes that are neither, or that hold NUL, are refused.
 */
export const decodeText = (bytes: Uint8Array): Result<string, FileProblem> => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes)
  if (bytes.includes(0)) return err(fileProblem('encoding_unknown'))
  const utf8 = decodeAs('utf-8', bytes)
  return utf8.ok ? utf8 : decodeAs('gb18030', bytes)
}

const decodeAs = (encoding: string, bytes: Uint8Array): Result<string, FileProblem> => {
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch {
    return err(fileProblem('encoding_unknown'))
  }
}
