import { describe, expect, it } from 'vitest'
import { withClockFact } from '../case/clock-log.ts'
import type { DisclosureCase } from '../disclosure/disclosure-state.ts'
import { historicalCase } from '../disclosure/historical-case.ts'
import type { HistoricalRequest } from '../disclosure/historical-request.ts'
import { disclosureFacts } from '../disclosure/report-facts.ts'
import { plainDate } from '../plain-date.ts'

const day = plainDate
const row: HistoricalRequest = {
  receivedOn: day('2024-12-20'),
  repliedOn: null,
  channel: 'online',
  category: 'research',
  named: false,
  outcome: null,
  detail: null,
  subject: '某地块规划条件',
  organ: '某县自然资源局',
  extended: false,
  reconsideration: null,
  litigation: null,
}
const caseOf = (more: Partial<HistoricalRequest> = {}): DisclosureCase =>
  historicalCase('0194', '990123-20241220-W03-0001', {
    on: row.receivedOn,
    request: { ...row, ...more },
    name: '某研究所',
    idException: '历史数据未登记',
  })
const answered = { repliedOn: day('2025-01-09'), outcome: 'unable_none' } as const

describe('what the reports count of a case', () => {
  it('[RPT-24] is the row it was imported from', () => {
    const remedies = {
      reconsideration: { result: 'maintain', year: 2025 },
      litigation: { route: 'after_review', result: 'pending', year: 2025 },
    } as const
    expect(disclosureFacts(caseOf({ ...answered, ...remedies, extended: true, detail: 'not_this_organ' }))).toEqual({
      receivedOn: '2024-12-20',
      repliedOn: '2025-01-09',
      category: 'research',
      channel: 'online',
      outcome: 'unable_none',
      extended: true,
      detail: 'not_this_organ',
      redo: false,
      reconsiderations: [remedies.reconsideration],
      litigations: [remedies.litigation],
      processingFee: null,
    })
    expect(disclosureFacts(caseOf())).toMatchObject({ repliedOn: null, outcome: null, extended: false })
  })

  it('[RPT-24] is done on the day its reply was sent, also while its proof is awaited', () => {
    const draft = {
      outcome: 'partial',
      detail: null,
      grounds: [],
      parts: [],
      access: null,
      competentOrgan: null,
      searchRecord: null,
      earlierCaseNo: null,
      ownRecord: null,
    } as const
    const drafted: DisclosureCase = { ...caseOf(), status: 'drafting', draft }
    expect(disclosureFacts(drafted)).toMatchObject({ repliedOn: null, outcome: null })
    const sent: DisclosureCase = { ...drafted, status: 'delivered', clockStop: day('2024-12-31') }
    expect(disclosureFacts(sent)).toMatchObject({ repliedOn: '2024-12-31', outcome: 'partial' })
    const closed: DisclosureCase = {
      ...sent,
      status: 'closed',
      closedOn: day('2025-01-06'),
      ending: { outcome: 'partial', reason: null },
    }
    expect(disclosureFacts(closed)).toMatchObject({ repliedOn: '2024-12-31', outcome: 'partial' })
  })

  it('[RPT-24] holds a fee only when it was paid, and an extension only while it stands', () => {
    const fee = {
      requests: null,
      pages: 68,
      fen: 38_000,
      noticeOn: day('2025-01-06'),
      noticeReceivedOn: null,
      countReason: null,
      cancelled: null,
    }
    expect(disclosureFacts({ ...caseOf(), fee: { ...fee, paid: null } })?.processingFee).toBeNull()
    const paid = { on: day('2025-01-20'), receiptNo: '0001' }
    expect(disclosureFacts({ ...caseOf(), fee: { ...fee, paid } })?.processingFee).toEqual({
      fen: 38_000,
      paidOn: '2025-01-20',
    })
    const extended = withClockFact(caseOf(), { kind: 'extension', days: 20, on: day('2025-01-10') })
    expect(disclosureFacts(extended)?.extended).toBe(true)
    const undone = { ...extended, clockFacts: extended.clockFacts.map((fact) => ({ ...fact, undone: true })) }
    expect(disclosureFacts(undone)?.extended).toBe(false)
  })

  it('[RPT-25] is nothing for what was never received; of a redo only its remedies', () => {
    expect(disclosureFacts({ ...caseOf(), status: 'awaiting_confirm', clockStart: null })).toBeNull()
    const misSent = { status: 'closed', clockStart: null, closedOn: day('2024-12-23') } as const
    expect(disclosureFacts({ ...caseOf(), ...misSent })).toBeNull()
    const redo = { caseId: '0193', by: 'court', receivedOn: day('2024-12-20'), days: null } as const
    expect(disclosureFacts({ ...caseOf(), redo })?.redo).toBe(true)
  })

  it('[RPT-24] of an applicant without a column is a natural person or 其他', () => {
    const { applicant } = caseOf()
    const without = (kind: 'person' | 'enterprise') =>
      disclosureFacts({ ...caseOf(), applicant: { ...applicant, kind, reportCategory: null } })?.category
    expect([without('person'), without('enterprise')]).toEqual(['natural', 'other'])
  })
})
