import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Worksheet } from 'exceljs'
import type { SheetCell, SheetColumn } from './sheet-columns.ts'

/** A workbook of one sheet that grows row by row: no more of it is in memory than waits to be packed. */
export interface SheetFile {
  /** Throws what the disk says, at the latest with the next call. */
  readonly add: (cells: readonly SheetCell[]) => void
  /** Comes back when what was added is packed, so that the rows of a long list do not wait in memory; others have their turn meanwhile. */
  readonly settled: () => Promise<void>
  /** Ends it and puts it on the disk, still under the name it was begun with; answers its bytes. */
  readonly end: () => Promise<number>
  /** Puts it in its place; whatever lay there is replaced as a whole. */
  readonly place: () => Promise<void>
  /** Leaves nothing behind but what was placed. Safe to call at any time. */
  readonly discard: () => Promise<void>
}

/** Begins it beside the place it is meant for, so that it can be put there in one step. */
export const beginSheet = async (
  path: string,
  name: string,
  columns: readonly SheetColumn[],
  openFile: OpenFile = openNew,
): Promise<SheetFile> => {
  const temporary = `${path}.part`
  const file = await openFile(temporary)
  // Loaded only here: it is large, and most starts of the host never write a workbook.
  const { default: ExcelJS } = await import('exceljs')
  const stream = file.createWriteStream({ autoClose: false })
  const failure: { error: Error | null } = { error: null }
  const failed = new Promise<never>((_resolve, reject) => {
    stream.once('error', (error) => {
      failure.error = error
      reject(error)
    })
  })
  // Whoever waits hears of it; whoever does not, with the next row.
  failed.catch(() => undefined)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  // Text stays text also when somebody edits the cell.
  sheet.columns = columns.map(({ width, isNumber }) => ({ width, style: { numFmt: isNumber ? '0' : '@' } }))
  const head = sheet.addRow(columns.map(({ header }) => header))
  head.font = { bold: true }
  head.commit()
  return {
    add: (cells) => {
      if (failure.error !== null) throw failure.error
      sheet.addRow([...cells]).commit()
    },
    settled: async () => {
      await Promise.race([failed, packed(sheet)])
      await nextTurn()
    },
    end: async () => {
      if (failure.error !== null) throw failure.error
      await Promise.race([failed, workbook.commit()])
      await file.sync()
      const { size } = await file.stat()
      // The handle waits for its stream to let go of it.
      stream.destroy()
      await file.close()
      return size
    },
    place: async () => {
      await rename(temporary, path)
      await syncFolder(dirname(path)).catch(() => undefined)
    },
    discard: async () => {
      stream.destroy()
      await file.close().catch(() => undefined)
      await rm(temporary, { force: true }).catch(() => undefined)
    },
  }
}

/**
 * exceljs takes rows faster than they are packed and says nothing of it. What it hands them on to is a plain stream, whose writes end in their order;
 * where it stands its types leave out (exceljs/lib/utils/stream-buf.js).
 */
const packed = (sheet: Worksheet): Promise<unknown> => {
  const source: unknown = Reflect.get(sheet, 'stream')
  const pipes: unknown = typeof source === 'object' && source !== null ? Reflect.get(source, 'pipes') : null
  if (!Array.isArray(pipes) || pipes.length === 0) throw new TypeError('exceljs hands its rows on in another way')
  return Promise.all(
    (pipes as readonly Writable[]).map(
      (pipe) =>
        new Promise((resolve) => {
          pipe.write(Buffer.alloc(0), resolve)
        }),
    ),
  )
}

export type OpenFile = (path: string) => Promise<FileHandle>

const openNew: OpenFile = (path) => open(path, 'w', 0o600)

/** Puts the entry itself on the disk. Windows does that with the rename, and some file systems of sticks know no such thing. */
const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
