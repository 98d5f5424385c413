/** Kinds of file that are taken. Nothing among them runs when it is opened, and office files with macros are not. */
export const attachmentTypes = ['pdf', 'jpeg', 'png', 'tiff', 'ofd', 'docx', 'xlsx'] as const
export type AttachmentType = (typeof attachmentTypes)[number]

/**
 * What a file is by its bytes, whatever its name says; null = nothing that is taken. A file of the zip family says in its directory, at its
 * end, what it is: `tail` are its last 64 KiB or all of it.
 */
export const attachmentTypeOf = (head: Uint8Array, tail: Uint8Array): AttachmentType | null => {
  if (begins(head, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf'
  if (begins(head, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (begins(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (begins(head, [0x49, 0x49, 0x2a, 0x00]) || begins(head, [0x4d, 0x4d, 0x00, 0x2a])) return 'tiff'
  if (!begins(head, [0x50, 0x4b, 0x03, 0x04])) return null
  const names = latin1(tail)
  if (names.includes('vbaProject.bin')) return null
  if (names.includes('OFD.xml')) return 'ofd'
  if (names.includes('word/document.xml')) return 'docx'
  return names.includes('xl/workbook.xml') ? 'xlsx' : null
}

/** How much of the end of a file `attachmentTypeOf` looks at. */
export const typeTail = 64 * 1024

const begins = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte)

/** Names in a zip directory are looked for byte by byte; what else is in it does not matter. */
const latin1 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096))
  return text
}
