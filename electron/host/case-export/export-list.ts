import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type {
  ExportListInput,
  ListExportProblemCode,
  ListExportResult,
} from '../../../contract/queries/case-library.ts'
import type { RunProgress } from '../../../contract/queries/run.ts'
import { err, ok } from '../../../domain/result.ts'
import { settingsOn } from '../../../domain/settings/settings-on.ts'
import { daysOfLimit } from '../queries/case-list.ts'
import type { Services } from '../services.ts'
import { fileProblemOf, isOpenElsewhere } from './file-problem.ts'
import { listedPages } from './listed-pages.ts'
import { sheetCells, sheetColumns } from './sheet-columns.ts'
import { type OpenFile, type SheetFile, beginSheet } from './sheet-file.ts'

export interface ListExportTask {
  readonly input: ExportListInput
  /** Where the person wants it. */
  readonly path: string
  readonly by: { readonly staffId: string; readonly name: string }
  /** False as soon as that person is not at the desk any more. */
  readonly isThere: () => boolean
  /** Rows of a sheet beside its head; the format has no more. */
  readonly mostRows?: number
  readonly openFile?: OpenFile
}

/**
 * LIB-3, LIB-4: the list as a workbook, page by page, others at the host in between. Whoever stops asking ends it, and nothing is left of it then. It is
 * noted before it gets its name: no list leaves the device without its record.
 */
export async function* exportList(
  deps: Pick<Services, 'store' | 'today' | 'now'>,
  task: ListExportTask,
): AsyncGenerator<RunProgress, ListExportResult> {
  const { path, input, mostRows = 1_048_575 } = task
  if (await isOpenElsewhere(path)) return refused('open_elsewhere')
  let sheet: SheetFile | null = null
  try {
    sheet = await beginSheet(path, '办件', sheetColumns(input.columns), task.openFile)
    const { store, today } = deps
    const on = today()
    const day = { today: on, calendar: store.calendar, thresholds: settingsOn(store.settings, 'supervision', on) }
    const days = daysOfLimit(input.list, on, store.calendar)
    let done = 0
    for (const { rows, total } of listedPages(store.read, input.list, days)) {
      if (!task.isThere()) return refused('cancelled')
      if (done + rows.length > mostRows) return refused('too_many_rows')
      for (const row of rows) sheet.add(sheetCells(input.columns, row, day))
      done += rows.length
      yield { kind: 'progress', done, total: total === 0 ? 0 : Math.max(total, done) }
      await sheet.settled()
    }
    const bytes = await sheet.end()
    if (!task.isThere()) return refused('cancelled')
    await placeNoted(deps, task, sheet, done)
    return ok({ file: basename(path), rows: done, bytes })
  } catch (error) {
    const problem = fileProblemOf(error)
    if (problem === null) throw error
    return refused(problem)
  } finally {
    await sheet?.discard()
  }
}

const refused = (code: ListExportProblemCode) => err({ code })

const placeNoted = async (
  { store, now }: Pick<Services, 'store' | 'now'>,
  { input: { list, columns }, by }: ListExportTask,
  sheet: SheetFile,
  rows: number,
): Promise<void> => {
  const id = randomUUID()
  const { text, ...rest } = list
  const filter = { list: rest, searched: text.trim() !== '', columns }
  store.transact((writer) => writer.listExports.add({ id, ...by, at: now(), filter, rows }))
  try {
    await sheet.place()
  } catch (error) {
    store.transact((writer) => writer.listExports.strike(id))
    throw error
  }
}
