import type { PlainDate } from '../../plain-date.ts'
import { isSameEntry } from '../../register/check-values.ts'
import { entryCode, identityCode } from '../../register/entry-code.ts'
import { maskParty } from '../../register/mask-party.ts'
import { type RegisterRow, findEntryProblems } from '../../register/parse-row.ts'
import { type RegisterProblem, registerProblem } from '../../register/register-problem.ts'
import { type RegisterName, schemaOf } from '../../register/registers.ts'
import type { RegisterSchema, RegisterValues } from '../../register/schema.ts'
import { type Result, err, ok } from '../../result.ts'
import { type RegisterAct, type RegisterEntry, latestFrom, latestVersion } from './register-record.ts'

export interface NumberedRow {
  readonly row: number
  readonly read: RegisterRow
}

/** An act that a row asks for; `entry` null = a new one. */
export interface PlannedAct {
  readonly row: number
  readonly entry: RegisterEntry | null
  readonly act: RegisterAct
}

export interface ImportPlan {
  readonly acts: readonly PlannedAct[]
  /** Rows that say what is stored already. */
  readonly unchanged: number
  readonly bad: readonly { readonly row: number; readonly problems: readonly RegisterProblem[] }[]
  /** Entries in the register that the file does not name; they stay: only 取消 takes an entry out. */
  readonly absent: number
}

/**
 * What the rows of a file change in a register. A row is compared with the newest version of its entry, so that the same file again changes
 * nothing. Without 变动类型 a new row is 新增 (or the first publication, where the register is empty) and a changed one 修改.
 */
export const planRegisterImport = (
  register: RegisterName,
  stored: readonly RegisterEntry[],
  rows: readonly NumberedRow[],
  today: PlainDate,
): ImportPlan => {
  const schema = schemaOf(register)
  const ours = stored.filter((entry) => entry.register === register)
  const find = createFinder(schema, ours)
  const firstRowOf = new Map<string, number>()
  const seen = new Set<string>()
  const acts: PlannedAct[] = []
  const bad: { row: number; problems: readonly RegisterProblem[] }[] = []
  let unchanged = 0
  for (const { row, read } of rows) {
    const entry = find(read.values)
    // A row with the code and a row with the name only can mean the same entry.
    const code = entry?.code ?? entryCode(schema, read.values)
    const first = firstRowOf.get(code)
    if (first !== undefined) {
      bad.push({ row, problems: [registerProblem('duplicate_code', headerOf(schema), { row: first, value: code })] })
      continue
    }
    firstRowOf.set(code, row)
    if (entry !== null) seen.add(entry.id)
    const planned = planRow(schema, register, entry, read, { today, code, empty: ours.length === 0 })
    if (!planned.ok) bad.push({ row, problems: planned.error })
    else if (planned.value === null) unchanged += 1
    else acts.push({ row, entry, act: planned.value })
  }
  const absent = ours.filter(({ id, status }) => status === 'active' && !seen.has(id)).length
  return { acts, unchanged, bad, absent }
}

interface RowContext {
  readonly today: PlainDate
  readonly code: string
  /** Nothing was ever in the register. */
  readonly empty: boolean
}

/** The act a row asks for, null when it says what is there, or why it cannot be taken in. */
const planRow = (
  schema: RegisterSchema,
  register: RegisterName,
  entry: RegisterEntry | null,
  { values: given, change, changeReason: reason, effectiveFrom }: RegisterRow,
  { today, code, empty }: RowContext,
): Result<RegisterAct | null, readonly RegisterProblem[]> => {
  const from = effectiveFrom ?? today
  if (change === 'cancelled') {
    if (entry === null) return err([registerProblem('not_in_register', headerOf(schema), { value: code })])
    if (entry.status === 'withdrawn') return ok(null)
    return following(entry, { kind: 'register.withdraw', from, change, reason: reason ?? '取消', into: null })
  }
  const before = entry === null ? {} : latestVersion(entry).values
  // A party that became a person must not keep what was written openly before.
  const values = maskParty(schema, complete(schema, { ...before, ...given }))
  const problems = findEntryProblems(schema, values)
  if (problems.length > 0) return err(problems)
  if (entry === null) {
    const adding = change === 'added' || !empty ? 'added' : 'initial'
    return ok({ kind: 'register.add', register, code, values, from, change: adding, reason })
  }
  if (entry.status === 'withdrawn') return following(entry, { kind: 'register.restore', values, from, reason })
  const latest = latestVersion(entry)
  const editing = change === 'merged' || change === 'delegated' ? change : 'modified'
  const said = editing === 'modified' || latest.change === editing
  if (said && isSameEntry(schema, latest.values, values)) return ok(null)
  return following(entry, { kind: 'register.change', values, from, change: editing, reason })
}

/** The act, unless it would take effect before what it follows. */
const following = (entry: RegisterEntry, act: RegisterAct): Result<RegisterAct, readonly RegisterProblem[]> => {
  const previous = latestFrom(entry)
  return act.from < previous
    ? err([registerProblem('effective_before_previous', '生效日期', { from: act.from, previous })])
    : ok(act)
}

/** Every field, absent ones as null, in the order of the register. */
const complete = (schema: RegisterSchema, values: RegisterValues): RegisterValues =>
  Object.fromEntries(schema.fields.map(({ key }) => [key, values[key] ?? null]))

/**
 * By its code; where the row or the entry has none, by what tells it from all others. Where several entries would fit, none is taken for
 * it.
 */
const createFinder = (schema: RegisterSchema, entries: readonly RegisterEntry[]) => {
  // An entry keeps the code it was first known by, also when a later list gave it one of its own.
  const byCode = new Map(
    entries.flatMap((entry) => [
      [entryCode(schema, latestVersion(entry).values), entry] as const,
      [entry.code, entry] as const,
    ]),
  )
  const byIdentity = new Map<string, readonly RegisterEntry[]>()
  for (const entry of entries) {
    const identity = identityCode(schema, latestVersion(entry).values)
    byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), entry])
  }
  return (values: RegisterValues): RegisterEntry | null => {
    const own = byCode.get(entryCode(schema, values))
    if (own !== undefined) return own
    const rowHasCode = (values[schema.code] ?? '') !== ''
    const fitting = (byIdentity.get(identityCode(schema, values)) ?? []).filter(
      (entry) => !rowHasCode || (latestVersion(entry).values[schema.code] ?? '') === '',
    )
    const [only] = fitting
    return only !== undefined && fitting.length === 1 ? only : null
  }
}

const headerOf = (schema: RegisterSchema): string =>
  schema.fields.find(({ key }) => key === schema.code)?.headers[0] ?? ''
