import type { LetterTemplate } from '../../letters/template.ts'
import type { PlainDate } from '../../plain-date.ts'
import type { RecordCommon } from '../record-common.ts'

/** peers.md 5.3. */
export const templateStates = [
  'draft', // 草稿
  'tested', // 已核对
  'in_force', // 启用
  'withdrawn', // 停用
] as const
export type TemplateState = (typeof templateStates)[number]

/** What a letter says, without the days for which it says so. `second` = the bilingual variant (蒙汉文并用). */
export type TemplateWording = Omit<LetterTemplate, 'version' | 'inForceFrom' | 'withdrawnFrom'>

/** What was looked at and found right: SHA-256 of the words, and of the printed pages. */
export interface GoldenPrint {
  readonly textHash: string
  readonly layoutHash: string
  readonly on: PlainDate
}

/** A center's own wording of a letter; those that come with the program stand in domain/letters. */
export interface TemplateRecord extends RecordCommon {
  readonly kind: 'template'
  readonly status: TemplateState
  /** `c1`, `c2` …, printed at the foot of the letter; those of the program are `v1`, `v2` …. */
  readonly templateVersion: string
  readonly wording: TemplateWording
  readonly draftedOn: PlainDate
  readonly golden: GoldenPrint | null
  readonly inForceFrom: PlainDate | null
  readonly withdrawnFrom: PlainDate | null
  readonly reason: string | null
}

export type TemplateAct =
  | { readonly kind: 'template.draft'; readonly version: string; readonly wording: TemplateWording }
  /** What was tested before is tested no more. */
  | { readonly kind: 'template.edit'; readonly wording: TemplateWording }
  | { readonly kind: 'template.test'; readonly textHash: string; readonly layoutHash: string }
  | { readonly kind: 'template.put_in_force'; readonly from: PlainDate }
  | { readonly kind: 'template.withdraw'; readonly from: PlainDate; readonly reason: string }
  | { readonly kind: 'template.discard'; readonly reason: string }
