import type { Generated } from 'kysely'
import type { AttachmentType } from '../../domain/attachment/attachment-type.ts'
import type { AttachmentRole } from '../../domain/attachment/attachment.ts'
import type { CaseKind } from '../../domain/case/case-state.ts'

export interface DraftTable {
  id: Uint8Array
  staff_id: string
  kind: CaseKind
  title: string
  saved_at: number
  form: string
}

/** A paper of a form that is no case yet. */
export interface DraftFileTable {
  draft: Uint8Array
  /** SHA-256 of the bytes. */
  blob: Uint8Array
  size: number
  type: AttachmentType
  name: string
  role: AttachmentRole
  /** Name of the line of the checklist; null = of none. */
  material: string | null
  /** Its place among those of the draft. */
  n: number
}

/** Of one person or of one organ, never of both. */
export interface PhraseTable {
  id: Uint8Array
  staff_id: string | null
  organ: string | null
  text: string
  saved_at: number
}

export interface AnnualTextTable {
  year: number
  problems: string
  other: string
  saved_at: number
}

/** A list that left the device as a workbook. */
export interface ListExportTable {
  id: Uint8Array
  staff_id: string
  staff_name: string
  exported_at: number
  filter: string
  row_count: number
}

export interface ListColumnsTable {
  staff_id: string
  columns: string
}

export interface ListViewTable {
  id: Uint8Array
  staff_id: string
  name: string
  content: string
}

/** Exchanges with the center that went alike. */
/** What proves another device to a server that has lost its record of it (SYN-110). */
export interface DeviceCertificateTable {
  device: Uint8Array
  certificate: string
}

export interface ContactTable {
  n: Generated<number>
  began_at: number
  ended_at: number
  times: number
  sent: number
  got: number
  /** Why they broke off; null = they went well. */
  code: string | null
}

export interface SignInTable {
  login: string
  failures: number
  last_at: number
}
