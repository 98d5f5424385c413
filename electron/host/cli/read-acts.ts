import { z } from 'zod'
import { CaseActSchema } from '../../../contract/acts/case-acts.ts'
import { RecordActSchema } from '../../../contract/acts/record-acts.ts'
import { UuidSchema } from '../../../contract/primitives.ts'
import { type Role, roles } from '../../../domain/case/role.ts'
import type { IndexCodes } from '../../../domain/record/publication/index-number.ts'
import { codeParts } from '../../../domain/record/publication/index-part.ts'
import { type Result, err, ok } from '../../../domain/result.ts'

/**
 * One act of a file: on the case of this number or id, on this record, or on what the n-th act of the file opened (`of`, from 1). Without
 * any of them the act opens a case or record of its own.
 */
export interface WantedAct {
  readonly caseNo?: string | undefined
  readonly caseId?: string | undefined
  readonly recordId?: string | undefined
  readonly of?: number | undefined
  /** In whose office this act is done; that of the command otherwise. */
  readonly role?: Role | undefined
  /** Codes for the index number of an entry of the catalogue that is prepared without one. */
  readonly codes?: IndexCodes | undefined
  /** The act names no index number: it gets the next one. */
  readonly unnumbered?: boolean
  readonly act: z.infer<typeof CaseActSchema> | z.infer<typeof RecordActSchema>
}

/** Why a file holds no acts. `at` = position from 1, 0 = the file as a whole; `path` = where in it. */
export interface ActFileProblem {
  readonly code: 'not_json' | 'not_a_list' | 'act_unknown' | 'act_invalid'
  readonly at: number
  readonly path: string
  /** What is wrong there, where the schema says it. */
  readonly wrong?: FieldFault
}

export type FieldFault = 'missing' | 'type' | 'too_long' | 'too_short' | 'value' | 'extra' | 'shape'

const TargetSchema = z.strictObject({
  caseNo: z.string().max(60).optional(),
  caseId: UuidSchema.optional(),
  recordId: UuidSchema.optional(),
  of: z.int().min(1).optional(),
  role: z.enum(roles).optional(),
  codes: z.partialRecord(z.enum(codeParts), z.string().max(40)).optional(),
})

/** An entry that is prepared without its number; what stands in its place is never stored. */
const UnnumberedSchema = z.looseObject({ kind: z.literal('publication.draft'), indexNo: z.null().optional() })

const KindSchema = z.looseObject({ kind: z.string() })

/** A JSON array of acts, or one; the first that is wrong is named and nothing is done. */
export const readActs = (text: string): Result<readonly WantedAct[], ActFileProblem> => {
  const json = parse(text)
  if (json === undefined) return err({ code: 'not_json', at: 0, path: '' })
  const list: readonly unknown[] = Array.isArray(json) ? json : [json]
  const wanted: WantedAct[] = []
  for (const [n, one] of list.entries()) {
    const read = readOne(one, n + 1)
    if (!read.ok) return read
    wanted.push(read.value)
  }
  return ok(wanted)
}

const readOne = (one: unknown, at: number): Result<WantedAct, ActFileProblem> => {
  if (typeof one !== 'object' || one === null || !('act' in one)) return err({ code: 'not_a_list', at, path: 'act' })
  const { act, ...rest } = one
  const target = TargetSchema.safeParse(rest)
  if (!target.success) return err(invalid(at, '', target.error, rest))
  const kind = KindSchema.safeParse(act)
  if (!kind.success) return err({ code: 'act_unknown', at, path: 'act.kind' })
  const asCase = CaseActSchema.safeParse(act)
  if (asCase.success) return ok({ ...target.data, act: asCase.data })
  const draft = UnnumberedSchema.safeParse(act)
  const asRecord = RecordActSchema.safeParse(draft.success ? { ...draft.data, indexNo: 'unnumbered' } : act)
  if (asRecord.success)
    return ok({ ...target.data, act: asRecord.data, ...(draft.success ? { unnumbered: true } : {}) })
  // A choice inside an act may be wrong too: only the act's own kind says that there is no such act.
  const unknown = (error: z.ZodError): boolean =>
    error.issues.some(({ code, path }) => code === 'invalid_union' && path.length === 1 && path[0] === 'kind')
  if (unknown(asCase.error) && unknown(asRecord.error)) return err({ code: 'act_unknown', at, path: 'act.kind' })
  const { error } = unknown(asCase.error) ? asRecord : asCase
  return err(invalid(at, 'act', error, act))
}

/** The first fault, with its place; a field that is too much is named itself. */
const invalid = (at: number, within: string, { issues }: z.ZodError, given: unknown): ActFileProblem => {
  const [issue] = issues
  const extra = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const path = [within, ...(issue?.path ?? []), ...extra].map(String).filter((step) => step !== '')
  return { code: 'act_invalid', at, path: path.join('.'), wrong: issue === undefined ? 'shape' : faultOf(issue, given) }
}

const faultOf = (issue: z.core.$ZodIssue, given: unknown): FieldFault => {
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(given, issue.path) === undefined ? 'missing' : 'type'
    case 'too_big':
      return 'too_long'
    case 'too_small':
      return 'too_short'
    case 'invalid_value':
    case 'invalid_union':
      return valueAt(given, issue.path) === undefined ? 'missing' : 'value'
    case 'unrecognized_keys':
      return 'extra'
    default:
      return 'shape'
  }
}

const valueAt = (given: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    given,
  )

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
