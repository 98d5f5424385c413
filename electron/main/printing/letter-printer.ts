import { join } from 'node:path'
import type { PrintRequest } from '../../../contract/print-request.ts'
import type { PrintRefusal, PrintedLetter, Printer, SendRefusal } from '../../../contract/shell.ts'
import { countPdfPages } from './count-pages.ts'
import type { LetterPage, LetterPageDeps } from './letter-page.ts'
import { createQueue } from './one-at-a-time.ts'
import type { PaperOptions } from './print-with-cups.ts'
import type { WrittenLetter } from './write-letter.ts'

type Result<V, E> = { readonly ok: true; readonly value: V } | { readonly ok: false; readonly error: E }

export type LetterPrinterDeps = LetterPageDeps & {
  readonly folder: string
  readonly writeLetter: (folder: string, stem: string, pdf: Uint8Array) => Promise<WrittenLetter>
  /**
   * Sends the written file itself to paper, where the system can (Linux); null where only the rendered page can be printed.
   * Answers null when the job was taken, else the printing system's word.
   */
  readonly printFile: ((path: string, options: PaperOptions) => Promise<string | null>) | null
  /** Calls back after that many milliseconds; answers with a way to forget it. */
  readonly after: (ms: number, work: () => void) => () => void
}

export type PaperRequest = PaperOptions & { readonly file: string }

export type LetterPrinter = {
  readonly print: (request: PrintRequest) => Promise<Result<PrintedLetter, PrintRefusal>>
  readonly sendToPrinter: (request: PaperRequest) => Promise<Result<Record<string, never>, SendRefusal>>
  readonly listPrinters: () => Promise<readonly Printer[]>
  /** Ends what is still held. */
  readonly close: () => void
}

export const printLimits = {
  /** Milliseconds for the page to lay the letter out, for the PDF, for the printing system. */
  layOutMs: 20_000,
  /** The same for a report, which is first counted from all cases. */
  reportMs: 120_000,
  pdfMs: 20_000,
  paperMs: 60_000,
  listMs: 5_000,
  /** How long the rendered letter is held for going to paper. */
  holdMs: 120_000,
} as const

/**
 * Prints letters and reports (SHL-15, SHL-16, SHL-18): one at a time, each in a hidden page that is ended in every case. Paper shows exactly
 * what the PDF shows: it comes from the file, or, where the system cannot print one, from the page, held for two minutes.
 */
export const createLetterPrinter = (deps: LetterPrinterDeps): LetterPrinter => {
  const inTurn = createQueue()
  let held: { readonly file: string; readonly page: LetterPage; readonly forget: () => void } | null = null

  const release = (): void => {
    held?.forget()
    held?.page.close()
    held = null
  }

  const within = <T>(ms: number, work: Promise<T>): Promise<T | typeof late> =>
    new Promise((resolve, reject) => {
      const forget = deps.after(ms, () => resolve(late))
      work.then(resolve, reject).finally(forget)
    })

  const print = async (request: PrintRequest): Promise<Result<PrintedLetter, PrintRefusal>> => {
    release()
    const page = deps.openLetterPage(request)
    const printed = await render(page, request).catch((error: unknown): Result<PrintedLetter, PrintRefusal> =>
      refuse('page_broken', error instanceof Error ? error.name : null),
    )
    if (!printed.ok || deps.printFile !== null) {
      page.close()
      return printed
    }
    held = { file: printed.value.file, page, forget: deps.after(printLimits.holdMs, release) }
    return printed
  }

  const render = async (page: LetterPage, request: PrintRequest): Promise<Result<PrintedLetter, PrintRefusal>> => {
    const isReport = 'report' in request
    const laidOut = await within(isReport ? printLimits.reportMs : printLimits.layOutMs, page.laidOut)
    if (laidOut === late) return refuse('timeout', 'layout')
    if (!laidOut.ok) return refuse(laidOut.error, laidOut.detail)
    const pdf = await within(printLimits.pdfMs, page.toPdf())
    if (pdf === late) return refuse('timeout', 'pdf')
    const pages = countPdfPages(pdf)
    const { key, printNo } = laidOut.value
    if (pages !== laidOut.value.pages) return refuse('page_broken', `${laidOut.value.pages} sheets, ${pages} pages`)
    const written = await deps.writeLetter(
      deps.folder,
      `${key}_${isReport ? 'report' : request.letter}_${printNo}`,
      pdf,
    )
    if (!written.ok) return written
    return { ok: true, value: { file: written.value.file, folder: deps.folder, bytes: pdf.byteLength, pages } }
  }

  const listPrinters = async (): Promise<readonly Printer[]> => {
    const listed = await within(
      printLimits.listMs,
      deps.listPrinters().catch(() => []),
    )
    return listed === late ? [] : listed
  }

  const sendToPrinter = async (request: PaperRequest): Promise<Result<Record<string, never>, SendRefusal>> => {
    const printers = await listPrinters()
    const { file, printer, copies } = request
    if (printers.length === 0) return refuse('no_printer', null)
    if (printer !== null && !printers.some(({ name }) => name === printer)) return refuse('printer_unknown', printer)
    const sending = deps.printFile?.(join(deps.folder, file), { printer, copies }) ?? toPaper(request)
    if (sending === null) return refuse('letter_gone', null)
    const refused = await within(printLimits.paperMs, sending)
    if (refused === late) return refuse('timeout', null)
    return refused === null ? { ok: true, value: {} } : refuse('printer_failed', refused)
  }

  const toPaper = ({ file, printer, copies }: PaperRequest): Promise<string | null> | null =>
    held?.file === file ? held.page.toPaper({ printer, copies }) : null

  return {
    print: (request) => inTurn(() => print(request)),
    sendToPrinter: (request) => inTurn(() => sendToPrinter(request)),
    listPrinters,
    close: release,
  }
}

const late = Symbol('late')

const refuse = <C extends string>(code: C, detail: string | null) => ({ ok: false, error: { code, detail } }) as const
