/**
 * Bytes a zip archive unpacks to by its own directory, or null when it is no zip. Checked before a workbook is opened, so
 * that a small file cannot fill the memory.
 */
export const unpackedZipSize = (bytes: Uint8Array): number | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEndRecord(view)
  if (end === null) return null
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let n = 0; n < entries; n += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directorySignature) return null
    total += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return total
}

const endSignature = 0x06054b50
const directorySignature = 0x02014b50
const endLength = 22
const longestComment = 0xffff

const findEndRecord = (view: DataView): number | null => {
  const last = view.byteLength - endLength
  for (let at = last; at >= 0 && at >= last - longestComment; at -= 1)
    if (view.getUint32(at, true) === endSignature) return at
  return null
}
