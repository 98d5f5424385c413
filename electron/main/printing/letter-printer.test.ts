import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LetterRequest } from '../../../contract/queries/letters.ts'
import type { LaidOut, Printer } from '../../../contract/shell.ts'
import type { LaidOutResult } from './letter-page.ts'
import { createLetterPrinter, printLimits } from './letter-printer.ts'
import type { WrittenLetter } from './write-letter.ts'

const request: LetterRequest = { caseId: '0190b6a0-0000-7000-8000-000000000001', letter: 'service_receipt' }
const laidOut: LaidOut = { pages: 2, key: '990123-20261122-W03-0012', printNo: 1 }
const file = '990123-20261122-W03-0012_service_receipt_1.pdf'
const twoPages = Buffer.from('<< /Type /Pages >> << /Type /Page /Parent 1 >> << /Type/Page >>')
const desk: Printer = { name: 'desk', displayName: 'Desk' }

type PageScript = {
  laidOut?: Promise<LaidOutResult>
  pdf?: () => Promise<Uint8Array>
  paper?: () => Promise<string | null>
}

/** Pages that do what the script says, printers as given, a disk that only remembers, and a clock moved by hand. */
const aDesk = ({
  pages,
  printers = [],
  printsFiles = false,
}: {
  pages: PageScript[]
  printers?: readonly Printer[]
  printsFiles?: boolean
}) => {
  const log: string[] = []
  let clock = 0
  let timers: { at: number; work: () => void }[] = []
  let opened = 0
  const printer = createLetterPrinter({
    folder: '/letters',
    openLetterPage: () => {
      const script = pages[opened] ?? {}
      const n = (opened += 1)
      log.push(`open ${n}`)
      return {
        laidOut: script.laidOut ?? Promise.resolve({ ok: true, value: laidOut }),
        toPdf: script.pdf ?? (() => Promise.resolve(twoPages)),
        toPaper: ({ printer: name, copies }) => {
          log.push(`paper ${n} ${name ?? 'default'} ×${copies}`)
          return script.paper?.() ?? Promise.resolve(null)
        },
        close: () => void log.push(`close ${n}`),
      }
    },
    listPrinters: () => Promise.resolve(printers),
    writeLetter: (folder, stem): Promise<WrittenLetter> => {
      log.push(`write ${folder}/${stem}`)
      return Promise.resolve({ ok: true, value: { file: `${stem}.pdf` } })
    },
    printFile: printsFiles
      ? (path, { printer: name, copies }) => {
          log.push(`file ${path} ${name ?? 'default'} ×${copies}`)
          return Promise.resolve(null)
        }
      : null,
    after: (ms, work) => {
      const timer = { at: clock + ms, work }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
  })
  const pass = async (ms: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 0))
    clock += ms
    for (const timer of timers.filter(({ at }) => at <= clock)) timer.work()
    timers = timers.filter(({ at }) => at > clock)
  }
  return { printer, log, pass }
}
const never = <T>(): Promise<T> => new Promise(() => undefined)

describe('letter printer', () => {
  it('[SHL-15] a letter is laid out, made a PDF, counted and written under its number', async () => {
    const { printer, log } = aDesk({ pages: [{}] })
    expect(await printer.print(request)).toEqual({
      ok: true,
      value: { file, folder: '/letters', bytes: twoPages.byteLength, pages: 2 },
    })
    expect(log).toEqual(['open 1', 'write /letters/990123-20261122-W03-0012_service_receipt_1'])
  })

  it('[SHL-16] the rendered page is held two minutes for paper, then ended', async () => {
    const { printer, log, pass } = aDesk({ pages: [{}], printers: [desk] })
    await printer.print(request)
    await pass(printLimits.holdMs - 1)
    expect(log).not.toContain('close 1')
    await pass(1)
    expect(log).toContain('close 1')
    expect(await printer.sendToPrinter({ file, printer: null, copies: 1 })).toMatchObject({
      error: { code: 'letter_gone' },
    })
  })

  it('[SHL-16] paper comes from the very page the PDF was made of', async () => {
    const { printer, log } = aDesk({ pages: [{}], printers: [desk] })
    await printer.print(request)
    expect(await printer.sendToPrinter({ file, printer: 'desk', copies: 3 })).toEqual({ ok: true, value: {} })
    expect(log).toEqual(['open 1', 'write /letters/990123-20261122-W03-0012_service_receipt_1', 'paper 1 desk ×3'])
  })

  it('[SHL-16] where the system prints files the page is ended at once and the file goes to paper', async () => {
    const { printer, log } = aDesk({ pages: [{}], printers: [desk], printsFiles: true })
    await printer.print(request)
    expect(log).toContain('close 1')
    expect(await printer.sendToPrinter({ file, printer: 'desk', copies: 2 })).toEqual({ ok: true, value: {} })
    expect(log[log.length - 1]).toBe(`file ${join('/letters', file)} desk ×2`)
  })

  it.each([
    ['no printer at all', [], null, 'no_printer'],
    ['a printer that is not there', [desk], 'hall', 'printer_unknown'],
  ])('[SHL-16] %s is told, and nothing is sent', async (_name, printers, name, code) => {
    const { printer, log } = aDesk({ pages: [{}], printers })
    await printer.print(request)
    expect(await printer.sendToPrinter({ file, printer: name, copies: 1 })).toMatchObject({
      ok: false,
      error: { code },
    })
    expect(log.join()).not.toContain('paper')
  })

  it('[SHL-16] what the printing system says is passed on', async () => {
    const { printer } = aDesk({ pages: [{ paper: () => Promise.resolve('Print job failed') }], printers: [desk] })
    await printer.print(request)
    expect(await printer.sendToPrinter({ file, printer: null, copies: 1 })).toEqual({
      ok: false,
      error: { code: 'printer_failed', detail: 'Print job failed' },
    })
  })

  it('[SHL-16] the next letter ends the one held before', async () => {
    const { printer, log } = aDesk({ pages: [{}, {}], printers: [desk] })
    await printer.print(request)
    await printer.print(request)
    expect(log.filter((line) => !line.startsWith('write'))).toEqual(['open 1', 'close 1', 'open 2'])
  })

  it('[SHL-16] two letters asked for at once are rendered one after the other', async () => {
    const { printer, log } = aDesk({ pages: [{}, {}] })
    await Promise.all([printer.print(request), printer.print(request)])
    expect(log.map((line) => line.split(' ')[0])).toEqual(['open', 'write', 'close', 'open', 'write'])
  })

  it.each<[string, PageScript, string]>([
    ['never lays out', { laidOut: never() }, 'timeout'],
    ['never becomes a PDF', { pdf: never }, 'timeout'],
    [
      'has no letter to show',
      { laidOut: Promise.resolve({ ok: false, error: 'letter_unavailable', detail: 'locked' }) },
      'letter_unavailable',
    ],
    ['breaks', { pdf: () => Promise.reject(new Error('gone')) }, 'page_broken'],
    [
      'becomes a PDF with another number of pages',
      { pdf: () => Promise.resolve(twoPages.subarray(0, 40)) },
      'page_broken',
    ],
  ])('[SHL-16] a page that %s is ended and told as %s, and the next letter is printed', async (_name, script, code) => {
    const { printer, log, pass } = aDesk({ pages: [script, {}] })
    const printing = printer.print(request)
    await pass(printLimits.layOutMs)
    await pass(printLimits.pdfMs)
    expect(await printing).toMatchObject({ ok: false, error: { code } })
    expect(log).toEqual(['open 1', 'close 1'])
    expect(await printer.print(request)).toMatchObject({ ok: true })
  })

  const report = { report: { kind: 'annual', year: 2025 } } as const
  const laidOutReport: LaidOut = { pages: 2, key: 'annual-2025', printNo: 1 }

  it('[SHL-18] a report goes the way of letters, under the name of what it is of', async () => {
    const { printer, log } = aDesk({
      pages: [{ laidOut: Promise.resolve({ ok: true, value: laidOutReport }) }],
      printers: [desk],
      printsFiles: true,
    })
    expect(await printer.print(report)).toMatchObject({
      ok: true,
      value: { file: 'annual-2025_report_1.pdf', pages: 2 },
    })
    expect(log).toEqual(['open 1', 'write /letters/annual-2025_report_1', 'close 1'])
  })

  it('[SHL-18] a report has longer than a letter to be counted, and then its page is ended too', async () => {
    const { printer, log, pass } = aDesk({ pages: [{ laidOut: never() }] })
    const printing = printer.print(report)
    await pass(printLimits.layOutMs)
    await pass(printLimits.reportMs - printLimits.layOutMs - 1)
    expect(log).toEqual(['open 1'])
    await pass(1)
    expect(await printing).toMatchObject({ ok: false, error: { code: 'timeout' } })
    expect(log).toEqual(['open 1', 'close 1'])
  })

  it('[LTR-23] a report that does not add up is told as that, and nothing is written', async () => {
    const error = { ok: false, error: 'does_not_add_up', detail: null } as const
    const { printer, log } = aDesk({ pages: [{ laidOut: Promise.resolve(error) }] })
    expect(await printer.print(report)).toMatchObject({ ok: false, error: { code: 'does_not_add_up' } })
    expect(log).toEqual(['open 1', 'close 1'])
  })
})
