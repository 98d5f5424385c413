import { type PrintRequest, reportAddress } from '../../../contract/print-request.ts'
import type { LaidOutResult, LetterPage } from '../printing/letter-page.ts'
import type { PageFactoryDeps } from './page-factory.ts'
import { openPage } from './page-factory.ts'

/**
 * A letter or report in a hidden page of its own (SHL-16). Its address carries ids only; the page gets its data over its
 * own port to the host and says over the shell's port when it is laid out.
 */
export const openLetterPage = (
  deps: PageFactoryDeps,
  request: PrintRequest,
  { isTerminal }: { readonly isTerminal: boolean },
): LetterPage => {
  let settle: (result: LaidOutResult) => void = () => undefined
  const laidOut = new Promise<LaidOutResult>((resolve) => {
    settle = resolve
  })
  const broken = (detail: string): void => settle({ ok: false, error: 'page_broken', detail })
  const window = openPage(deps, {
    entry: 'print',
    query: { ...addressOf(request), ...(isTerminal ? { terminal: 'yes' } : {}) },
    settleLetter: (result) => settle(result),
    window: { width: 900, height: 1200, focusable: false, skipTaskbar: true },
  })
  const { webContents: contents } = window
  contents.on('did-fail-load', (_event, code, _text, _url, isMainFrame) => {
    if (isMainFrame) broken(`did-fail-load ${code}`)
  })
  contents.on('render-process-gone', (_event, { reason }) => broken(`render-process-gone ${reason}`))
  window.on('closed', () => broken('closed'))
  return {
    laidOut,
    toPdf: () =>
      contents.printToPDF({
        pageSize: 'A4',
        printBackground: true,
        preferCSSPageSize: true,
        // Readable by screen readers; Electrons before 28 do not know the option and leave it out.
        generateTaggedPDF: true,
      }),
    toPaper: ({ printer, copies }) =>
      new Promise((resolve) => {
        const options = { silent: true, printBackground: true, copies, pageSize: 'A4' } as const
        contents.print(printer === null ? options : { ...options, deviceName: printer }, (accepted, reason) =>
          resolve(accepted ? null : reason || 'failed'),
        )
      }),
    close: () => {
      if (!window.isDestroyed()) window.destroy()
    },
  }
}

/** `case=<uuid>&letter=<kind>&document=2`, `record=<uuid>&…`, `item=<id>&…` or `report=<kind>&…`. */
const addressOf = (request: PrintRequest): Readonly<Record<string, string>> => {
  if ('report' in request) return reportAddress(request.report)
  const { letter } = request
  if ('itemId' in request) return { item: request.itemId, letter }
  const matter = 'caseId' in request ? { case: request.caseId } : { record: request.recordId }
  return { ...matter, letter, ...(request.document === undefined ? {} : { document: String(request.document) }) }
}
