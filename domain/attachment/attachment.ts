import type { PlainDate } from '../plain-date.ts'
import type { AttachmentType } from './attachment-type.ts'

/** What a file is in the matter. */
export const attachmentRoles = ['application', 'material', 'identity', 'mandate', 'proof', 'reply', 'other'] as const
export type AttachmentRole = (typeof attachmentRoles)[number]

/** A file of a matter. The matter holds what it is; the bytes go their own way, under their SHA-256 (sync.md 2.9). */
export interface AttachmentFacts {
  /** SHA-256 of the bytes, lower-case hex: the same file in two matters is one. */
  readonly blob: string
  readonly size: number
  readonly type: AttachmentType
  /** As the file was called where it came from, without its folder. */
  readonly name: string
  readonly role: AttachmentRole
  /** Name of the line of the checklist that it is a scan of; absent = of none. */
  readonly material?: string
}

export interface Attachment extends AttachmentFacts {
  readonly on: PlainDate
  /** The bytes have come in: the center's server has them whole, or a store that stands alone. */
  readonly in: boolean
  /** Taken off again. It stays in the history, and its bytes stay. */
  readonly detached: { readonly on: PlainDate; readonly reason: string } | null
}

/** Largest file, in bytes. */
export const attachmentLimit = 20 * 1024 * 1024

/** Files of one matter, detached ones included. */
export const attachmentsPerCase = 200
