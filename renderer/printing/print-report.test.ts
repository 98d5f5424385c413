import { describe, expect, it } from 'vitest'
import { err, ok } from '../../domain/result.ts'
import type { Clients } from '../ipc/clients.ts'
import { printReport } from './print-report.ts'

const report = { kind: 'annual', year: 2025 } as const
const file = 'annual-2025_report_1.pdf'
const rendered = { file, folder: '/letters', bytes: 1, pages: 3 }

const shellThat = (answers: { readonly print?: unknown; readonly send?: unknown }) => {
  const asked: unknown[] = []
  const answer = (name: string, value: unknown) => (input: unknown) => {
    asked.push([name, input])
    return Promise.resolve(value)
  }
  const letters = {
    print: answer('print', answers.print ?? ok(rendered)),
    sendToPrinter: answer('send', answers.send ?? ok({})),
  }
  return { clients: { shell: { letters } } as unknown as Clients, asked }
}

describe('printReport', () => {
  it('[SHL-18] makes the PDF and puts that on paper, once', async () => {
    const { clients, asked } = shellThat({})
    expect(await printReport(clients, report, 'hall')).toEqual({ kind: 'printed', letter: rendered })
    expect(asked).toEqual([
      ['print', { report }],
      ['send', { file, printer: 'hall', copies: 1 }],
    ])
  })

  it('[LTR-23] puts nothing on paper that was refused', async () => {
    const { clients, asked } = shellThat({ print: err({ code: 'does_not_add_up', detail: null }) })
    expect(await printReport(clients, report, null)).toMatchObject({
      kind: 'not_rendered',
      refusal: { code: 'does_not_add_up' },
    })
    expect(asked).toHaveLength(1)
  })

  it('[SHL-18] keeps the PDF when there is no printer', async () => {
    const { clients } = shellThat({ send: err({ code: 'no_printer', detail: null }) })
    expect(await printReport(clients, report, null)).toMatchObject({ kind: 'saved', letter: rendered })
  })
})
