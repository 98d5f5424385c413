import type { PerformRecordInput } from '../../../contract/acts/record-acts.ts'
import type { Store } from '../../../db/store.ts'
import type { Refusal } from '../../../domain/case/refusal.ts'
import { plainDateInShanghai } from '../../../domain/plain-date.ts'
import { type PlannedAct, planRegisterImport } from '../../../domain/record/register/plan-import.ts'
import type { RegisterEntry } from '../../../domain/record/register/register-record.ts'
import { createColumnFinder } from '../../../domain/register/columns.ts'
import { registerProblem } from '../../../domain/register/register-problem.ts'
import { type RegisterName, schemaOf } from '../../../domain/register/registers.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { toMutable } from '../mutable.ts'
import { type PutOptions, type PutRecords, putRecords } from '../perform/put-records.ts'
import type { ImportDeps } from './import-catalogue.ts'
import type { FileProblem } from './raw-table.ts'
import { readTable } from './read-table.ts'
import { type BadRegisterRow, registerRows } from './register-rows.ts'
import { uuidFrom } from './uuid-from.ts'

export interface RegisterImportReport {
  readonly register: RegisterName
  readonly read: number
  /** Rows taken in: added + changed + withdrawn + unchanged. */
  readonly imported: number
  /** New entries, and such as are put in again. */
  readonly added: number
  readonly changed: number
  /** 取消. */
  readonly withdrawn: number
  /** The stored entry says the same already. */
  readonly unchanged: number
  /** Ascending by row. */
  readonly rejected: readonly BadRegisterRow[]
  /** Columns that no field corresponds to. */
  readonly unused: readonly string[]
  /** Entries in the register that the file does not name; they stay as they are. */
  readonly absent: number
  /** Stopped before the end: rows that are neither imported nor rejected were not done. */
  readonly cancelled: boolean
}

/** `no_center`: the store belongs to no center yet. */
export type RegisterImportRefusal = FileProblem | { readonly code: 'no_center'; readonly params: FileProblem['params'] }

/**
 * Takes the entries of a file into a register through the same rules as every act. Good rows are taken in and bad ones named. An entry is
 * found by its code, and its id follows from it, so that the same file again changes nothing, whichever device takes it in.
 */
export const importRegister = async (
  deps: ImportDeps,
  register: RegisterName,
  path: string,
  options: PutOptions = {},
): Promise<Result<RegisterImportReport, RegisterImportRefusal>> => {
  const device = deps.store.read.meta.findDevice()
  if (device === null) return err({ code: 'no_center', params: {} })
  const columns = createColumnFinder(schemaOf(register))
  const table = await readTable(path, (header) => columns(header) !== null)
  if (!table.ok) return table
  const rows = registerRows(register, table.value)
  if (!rows.ok) return rows
  const today = plainDateInShanghai(deps.now())
  const plan = planRegisterImport(register, storedEntries(deps.store), rows.value.good, today)
  const inputs = plan.acts.map((planned) => inputOf(planned, device.center))
  const actor = { staffId: 'system', role: 'administrator', session: null } as const
  const put = await putRecords(deps, inputs, actor, options)
  const refused = put.refused.map(({ at, refusal }) => ({
    row: plan.acts[at]?.row ?? 0,
    problems: [refusedRow(refusal)],
  }))
  const counts = countDone(plan.acts, put)
  return ok({
    register,
    read: table.value.rows.length,
    imported: counts.added + counts.changed + counts.withdrawn + plan.unchanged,
    ...counts,
    unchanged: plan.unchanged,
    rejected: [...rows.value.bad, ...plan.bad, ...refused].sort((a, b) => a.row - b.row),
    unused: rows.value.unused,
    absent: plan.absent,
    cancelled: put.done < inputs.length,
  })
}

const storedEntries = (store: Store): readonly RegisterEntry[] => {
  const entries: RegisterEntry[] = []
  store.read.records.each('register', (state) => {
    if (state.kind === 'register') entries.push(state)
  })
  return entries
}

const inputOf = ({ entry, act }: PlannedAct, center: string): PerformRecordInput => {
  const made = act.kind === 'register.add' ? uuidFrom(`${center} register ${act.register} ${act.code}`) : ''
  return toMutable({ recordId: entry?.id ?? made, base: entry?.version ?? 0, act })
}

const countDone = (acts: readonly PlannedAct[], { done, refused }: PutRecords) => {
  const failed = new Set(refused.map(({ at }) => at))
  const counts = { added: 0, changed: 0, withdrawn: 0 }
  for (const [at, { act }] of acts.slice(0, done).entries()) {
    if (failed.has(at)) continue
    if (act.kind === 'register.change') counts.changed += 1
    else if (act.kind === 'register.withdraw') counts.withdrawn += 1
    else counts.added += 1
  }
  return counts
}

const refusedRow = (refusal: Refusal) =>
  registerProblem('refused', null, { code: refusal.fields[0]?.code ?? refusal.code })
