import { call } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import type { PageEntry } from '../../../contract/page.ts'
import type { PrintRequest } from '../../../contract/print-request.ts'
import type { LaidOutResult } from '../printing/letter-page.ts'
import type { Page } from '../windows/page.ts'
import { createShellRouter, type ShellRouterDeps } from './shell-router.ts'

const report: PrintRequest = { report: { kind: 'annual', year: 2025 } }
const printed = { file: 'annual-2025_report_1.pdf', folder: '/letters', bytes: 1, pages: 3 }

/** A shell whose printer writes down what it is asked for, and a page of it. */
const aShell = (entry: PageEntry) => {
  const asked: unknown[] = []
  const settled: LaidOutResult[] = []
  const printer = {
    print: (request: PrintRequest) => {
      asked.push(request)
      return Promise.resolve({ ok: true, value: printed })
    },
    sendToPrinter: (request: unknown) => {
      asked.push(request)
      return Promise.resolve({ ok: true, value: {} })
    },
  }
  const router = createShellRouter({ printer } as unknown as ShellRouterDeps)
  const settleLetter = (result: LaidOutResult) => void settled.push(result)
  const context = { page: { entry, settleLetter } as unknown as Page }
  return { router, context, asked, settled }
}

describe('the shell, asked to print', () => {
  it('[SHL-18] prints a report for the workbench', async () => {
    const { router, context, asked } = aShell('workbench')
    expect(await call(router.letters.print, report, { context, path: ['letters', 'print'] })).toEqual({
      ok: true,
      value: printed,
    })
    expect(asked).toEqual([report])
  })

  it('[SHL-18] [SHL-30] prints none at a terminal, nor sends one to its printer', async () => {
    const { router, context, asked } = aShell('kiosk')
    await expect(call(router.letters.print, report, { context, path: ['letters', 'print'] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const sheet = { file: printed.file, printer: null, copies: 1 }
    await expect(
      call(router.letters.sendToPrinter, sheet, { context, path: ['letters', 'sendToPrinter'] }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(asked).toEqual([])
    const guide: PrintRequest = { itemId: 'T0001', letter: 'guide_booklet' }
    expect(await call(router.letters.print, guide, { context, path: ['letters', 'print'] })).toMatchObject({ ok: true })
    expect(asked).toEqual([guide])
  })

  it.each([
    ['does_not_add_up', 'does_not_add_up'],
    ['layout_failed', 'letter_unavailable'],
  ])('[LTR-23] hears from the print page why there is no paper: %s', async (code, error) => {
    const { router, context, settled } = aShell('print')
    await call(router.print.failed, { code }, { context, path: ['print', 'failed'] })
    expect(settled).toEqual([{ ok: false, error, detail: code }])
  })
})
