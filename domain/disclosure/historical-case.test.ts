import { describe, expect, it } from 'vitest'
import { currentWorkCalendar } from '../calendar/state-council.ts'
import { judge } from '../case/judge.ts'
import { aHistoricalRequest, act, aDraft, day, dueOf, imported, refusedAct, repliedAndClosed } from './_testing.ts'
import type { HistoricalRequest } from './historical-request.ts'

const problemsOf = (request: HistoricalRequest) =>
  refusedAct(null, '2026-01-05', { kind: 'disclosure.import', request, name: '自然人', idException: '未登记证件' })
    .fields

describe('a case from the row of an old register', () => {
  it('[DIS-30] an answered row opens a closed case with its facts as they were', () => {
    const request = aHistoricalRequest({ category: 'business', extended: true })
    expect(imported(request)).toMatchObject({
      status: 'closed',
      caseNo: '990123-20260928-W03-0001',
      clockStart: '2024-03-04',
      clockStop: '2024-03-20',
      closedOn: '2024-03-20',
      applicant: { kind: 'enterprise', reportCategory: 'business', idNumber: null, idException: '历史数据未登记证件' },
      ending: { outcome: 'granted' },
      clockFacts: [{ kind: 'extension', days: 20 }],
      history: request,
    })
  })

  it('[DIS-30] a row without an outcome is still open, under its own limit, and is handled on', () => {
    const open = imported(aHistoricalRequest({ receivedOn: day('2025-12-22'), repliedOn: null, outcome: null }))
    expect(open.status).toBe('received')
    expect(dueOf(open)).toBe('2026-01-20')
    const handled = act(open, '2026-01-06', { kind: 'disclosure.assign', unit: '建设科', handler: null })
    expect(repliedAndClosed(handled, '2026-01-15', aDraft()).ending).toMatchObject({ outcome: 'granted' })
  })

  it('[DIS-30] the server refuses it too, whichever device sends it', () => {
    const request = aHistoricalRequest({ repliedOn: day('2024-03-01') })
    const data = {
      on: day('2026-01-05'),
      caseNo: '990123-20260105-W03-0001',
      request,
      name: '自然人',
      idException: '无',
    }
    const origin = { center: '990123', deviceNo: 'W03' }
    expect(judge(null, { kind: 'disclosure.import', data }, 0, origin, currentWorkCalendar)).toEqual({
      verdict: 'rejected',
      reason: 'invalid_fields',
    })
    const sound = { ...data, request: aHistoricalRequest() }
    expect(judge(null, { kind: 'disclosure.import', data: sound }, 0, origin, currentWorkCalendar).verdict).toBe(
      'applied',
    )
  })

  it('[DIS-30] a row that contradicts itself is refused, each contradiction named', () => {
    expect(problemsOf(aHistoricalRequest({ repliedOn: day('2024-03-01') }))).toEqual([
      { field: 'request.repliedOn', code: 'date_before_receipt' },
    ])
    expect(problemsOf(aHistoricalRequest({ outcome: null }))).toEqual([
      { field: 'request.outcome', code: 'outcome_required' },
    ])
    expect(problemsOf(aHistoricalRequest({ repliedOn: null }))).toEqual([
      { field: 'request.repliedOn', code: 'required' },
    ])
    expect(problemsOf(aHistoricalRequest({ receivedOn: day('2026-01-06'), repliedOn: null, outcome: null }))).toEqual([
      { field: 'request.receivedOn', code: 'date_in_future' },
    ])
    expect(
      problemsOf(
        aHistoricalRequest({ receivedOn: day('2008-04-30'), reconsideration: { result: 'other', year: 2027 } }),
      ),
    ).toEqual([
      { field: 'request.receivedOn', code: 'date_too_old' },
      { field: 'request.reconsideration.year', code: 'date_order' },
    ])
  })
})
