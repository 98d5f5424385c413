import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '../../../../../contract/queries/cases.ts'
import { printLog } from './print-log.ts'

const entry = (at: number, data: Record<string, unknown>, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  op: `op-${String(at)}`,
  kind: 'letter.print',
  at,
  actor: 's1',
  actorName: '林晓梅',
  deviceNo: 'W03',
  committedAt: null,
  verdict: null,
  data: { on: '2026-09-28', letter: 'service_denial', templateVersion: 'v1', copies: 1, printNo: 1, ...data },
  ...more,
})
const shown = { letter: 'service_denial', document: 1 } as const

describe('prints of a letter', () => {
  it('[LTR-20] say who, where, when, how many and why, the oldest first, whatever came in between', () => {
    const timeline = [
      entry(30, { document: 1, copies: 2, printNo: 2, reason: '申请人遗失' }, { deviceNo: 'W05', actorName: null }),
      entry(10, { document: 1 }),
      entry(15, { document: 2 }),
      entry(16, {}),
      entry(17, { document: 1, letter: 'service_acceptance' }),
      entry(18, { document: 1 }, { kind: 'case.note' }),
      entry(19, { document: 1 }, { verdict: 'rejected' }),
      entry(20, { document: 1, copies: 'many' }),
    ]
    expect(printLog(timeline, shown)).toEqual([
      { op: 'op-10', at: 10, who: '林晓梅', deviceNo: 'W03', copies: 1, reason: null },
      { op: 'op-30', at: 30, who: 's1', deviceNo: 'W05', copies: 2, reason: '申请人遗失' },
    ])
    expect(printLog(timeline, { letter: 'service_denial', document: undefined }).map(({ at }) => at)).toEqual([16])
  })
})
