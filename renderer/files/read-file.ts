import { attachmentLimit } from '../../domain/attachment/attachment.ts'

/** Why a file is not even read; the host looks at its bytes afterwards. */
export const fileProblem = ({ size }: { readonly size: number }): 'empty' | 'too_large' | null =>
  size === 0 ? 'empty' : size > attachmentLimit ? 'too_large' : null

/** Characters that a file name may not bring along: separators of folders, and what no screen shows. */
const unwanted = /[/\\\p{Cc}]/gu
const longestName = 200

/** The name as it is recorded: without a folder, and no longer than the contract takes, its ending kept. */
export const recordedName = (name: string): string => {
  const plain = name.replaceAll(unwanted, ' ').trim()
  if (plain.length <= longestName) return plain === '' ? '-' : plain
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 && plain.length - dot <= 10 ? plain.slice(dot) : ''
  return plain.slice(0, longestName - ending.length) + ending
}

/** What the dialog of the system offers; what a file is its bytes say. */
export const acceptedFiles = '.pdf,.ofd,.jpg,.jpeg,.png,.tif,.tiff,.docx,.xlsx'

/** `1.4 MB`, `320 KB`. */
export const sizeText = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${(bytes / (1024 * 1024)).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
