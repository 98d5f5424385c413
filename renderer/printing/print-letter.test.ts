import { describe, expect, it } from 'vitest'
import type { CaseDetail } from '../../contract/queries/cases.ts'
import { err, ok } from '../../domain/result.ts'
import type { Clients } from '../ipc/clients.ts'
import { printLetter } from './print-letter.ts'

const order = { caseId: 'c', letter: 'service_receipt', copies: 2 } as const
const file = '990123-20261014-W03-0012_service_receipt_1.pdf'
const rendered = { file, folder: '/letters', bytes: 1, pages: 1 }

/** The channels of the page, answering what the test says and writing down what was asked. */
const setup = (
  answers: {
    readonly print?: unknown
    readonly perform?: unknown
    readonly send?: unknown
    readonly get?: unknown
    readonly data?: unknown
  } = {},
) => {
  const asked: string[] = []
  const answer = (name: string, value: unknown) => (input: unknown) => {
    asked.push(name)
    calls[name] = input
    return Promise.resolve(value)
  }
  const calls: Record<string, unknown> = {}
  const state = { version: 3 }
  const data = { voided: false, content: { version: 'v2' } }
  const detail = { state } as unknown as CaseDetail
  const clients = {
    host: {
      cases: {
        get: answer('get', answers.get === undefined ? detail : answers.get),
        perform: answer('perform', answers.perform ?? ok({ caseId: 'c', caseNo: 'n', version: 3 })),
      },
      letters: { data: answer('data', answers.data === undefined ? data : answers.data) },
    },
    shell: {
      letters: {
        print: answer('print', answers.print ?? ok(rendered)),
        sendToPrinter: answer('send', answers.send ?? ok({})),
      },
    },
  } as unknown as Clients
  return { clients, asked, calls }
}

describe('printLetter', () => {
  it('renders, records and only then puts it on paper', async () => {
    const { clients, asked, calls } = setup()
    expect(await printLetter(clients, order, null)).toEqual({ kind: 'printed', letter: rendered })
    expect(asked).toEqual(['get', 'data', 'print', 'perform', 'send'])
    expect(calls['perform']).toEqual({
      caseId: 'c',
      base: 3,
      act: { kind: 'letter.print', letter: 'service_receipt', templateVersion: 'v2', copies: 2 },
    })
    expect(calls['send']).toEqual({ file, printer: null, copies: 2 })
  })

  it('prints a numbered letter by its document, and records which one', async () => {
    const { clients, calls } = setup()
    await printLetter(clients, { ...order, document: 2 }, null)
    const asked = { caseId: 'c', letter: 'service_receipt', document: 2 }
    expect([calls['data'], calls['print']]).toEqual([asked, asked])
    expect(calls['perform']).toMatchObject({ act: { document: 2 } })
  })

  it('[LTR-8] prints nothing that is void, nor what the case does not have', async () => {
    for (const data of [{ voided: true, content: { version: 'v2' } }, null]) {
      const { clients, asked } = setup({ data })
      expect(await printLetter(clients, order, null)).toMatchObject({ refusal: { code: 'letter_not_available' } })
      expect(asked).toEqual(['get', 'data'])
    }
  })

  it('[LTR-20] records why it is printed again', async () => {
    const { clients, calls } = setup()
    await printLetter(clients, { ...order, document: 2, reason: '申请人遗失' }, null)
    expect(calls['perform']).toMatchObject({ act: { document: 2, copies: 2, reason: '申请人遗失' } })
  })

  it('records nothing that was not rendered', async () => {
    const { clients, asked } = setup({ print: err({ code: 'disk_full', detail: null }) })
    expect(await printLetter(clients, order, null)).toMatchObject({
      kind: 'not_rendered',
      refusal: { code: 'disk_full' },
    })
    expect(asked).toEqual(['get', 'data', 'print'])
  })

  it('puts nothing on paper that was not recorded', async () => {
    const { clients, asked } = setup({ perform: err({ code: 'stale', article: null, fields: [], params: {} }) })
    expect(await printLetter(clients, order, null)).toMatchObject({ kind: 'refused', refusal: { code: 'stale' } })
    expect(asked).not.toContain('send')
  })

  it('keeps the PDF when there is no printer', async () => {
    const { clients } = setup({ send: err({ code: 'no_printer', detail: null }) })
    expect(await printLetter(clients, order, null)).toMatchObject({ kind: 'saved', letter: rendered })
  })

  it('refuses a case that is not here', async () => {
    const { clients, asked } = setup({ get: null })
    expect(await printLetter(clients, order, null)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'case_unknown' },
    })
    expect(asked).toEqual(['get'])
  })
})
