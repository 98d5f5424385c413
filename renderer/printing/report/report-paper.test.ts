import { describe, expect, it } from 'vitest'
import type { MadeReport } from '../../../contract/queries/statistics.ts'
import type { Clients } from '../../ipc/clients.ts'
import { reportPaper } from './report-paper.tsx'

const request = { kind: 'annual', year: 2025 } as const
const made: MadeReport = {
  document: { title: '青岚县2025年政府信息公开工作年度报告', blocks: [] },
  invariants: [],
  balances: [],
  withYearBefore: false,
  addsUp: true,
  incomplete: 0,
}

/** A host that counts cases and then has this report. */
const hostWith = (value: MadeReport | null) =>
  ({
    desk: { get: () => Promise.resolve({ deviceNo: 'W03' }) },
    statistics: {
      report: (asked: unknown) => {
        expect(asked).toEqual(request)
        return Promise.resolve(
          (async function* () {
            yield await Promise.resolve({ kind: 'progress', done: 1, total: 2 })
            if (value !== null) yield { kind: 'done', value }
          })(),
        )
      },
    },
  }) as unknown as Clients['host']

describe('a report for the print page', () => {
  it('[SHL-18] is counted when it is printed, and named by its title and key', async () => {
    expect(await reportPaper(hostWith(made), request, 0)).toMatchObject({
      title: made.document.title,
      key: 'annual-2025',
      printNo: 1,
    })
    expect(await reportPaper(hostWith({ ...made, addsUp: null }), request, 0)).toMatchObject({ key: 'annual-2025' })
  })

  it('[LTR-23] is none when it does not add up, or when the count ended without one', async () => {
    expect(await reportPaper(hostWith({ ...made, addsUp: false }), request, 0)).toBe('does_not_add_up')
    expect(await reportPaper(hostWith(null), request, 0)).toBe('no_letter')
  })
})
