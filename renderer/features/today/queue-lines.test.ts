import { describe, expect, it } from 'vitest'
import type { ConflictRow } from '../../../contract/queries/conflicts.ts'
import type { QueueRow, Today } from '../../../contract/queries/today.ts'
import { plainDate } from '../../../domain/plain-date.ts'
import { countOpen, currentLine, freshTodayState, linesOf, nextLine, placesOf, todayStateOn } from './queue-lines.ts'

const row = (id: string, over: Partial<QueueRow> = {}): QueueRow => ({
  id,
  caseNo: `990123-20261123-W03-000${id}`,
  kind: 'service',
  status: 'accepted',
  title: '取水许可',
  applicant: '青岚县水厂',
  organ: '县水务局',
  arrivedOn: '2026-11-20',
  clockStart: '2026-11-20',
  statutoryDue: null,
  promisedDue: '2026-11-23',
  provisional: false,
  closedOn: null,
  paused: false,
  handler: null,
  deviceNo: 'W03',
  sync: 'committed',
  time: 'due_today',
  day: plainDate('2026-11-23'),
  left: 0,
  next: null,
  handledAt: null,
  ...over,
})

const conflict: ConflictRow = {
  op: 'c1',
  kind: 'service.supply',
  at: 0,
  actorName: null,
  deviceNo: 'W03',
  caseNo: null,
  title: null,
  verdict: 'conflict',
  reason: null,
  dependents: 0,
  state: null,
}

const today = (groups: Today['groups']): Today => ({
  scopes: ['window'],
  whose: 'window',
  groups,
  done: { since: null, received: 0, accepted: 0, noticed: 0, handedOver: 0 },
  ahead: [],
})

const queue = today([
  { group: 'due_today', rows: [row('1'), row('2', { handledAt: 5 }), row('3')], total: 2, more: false },
  { group: 'ready', rows: [row('4', { time: 'within' })], total: 1, more: false },
])
const lines = linesOf(queue, [conflict])

describe('lines of the queue', () => {
  it('stand in the order of the parts, what did not take effect last', () => {
    expect(lines.map(({ id }) => id)).toEqual(['1', '2', '3', '4', 'c1'])
    expect(countOpen(queue, [conflict])).toBe(4)
    expect(placesOf(queue)).toEqual([
      { id: '1', group: 'due_today' },
      { id: '2', group: 'due_today' },
      { id: '3', group: 'due_today' },
      { id: '4', group: 'ready' },
    ])
  })

  it('[QUE-3] the next one that waits leaves out what was dealt with, and goes on at the top after the end', () => {
    expect(nextLine(lines, '1')?.id).toBe('3')
    expect(nextLine(lines, 'c1')?.id).toBe('1')
    expect(nextLine(lines, 'not here')?.id).toBe('1')
    expect(nextLine(linesOf(today([]), [conflict]), 'c1')).toBeNull()
  })

  it('one stands where one stood, else on the first that waits', () => {
    expect(currentLine(lines, '2')?.id).toBe('2')
    expect(currentLine(lines, null)?.id).toBe('1')
    expect(currentLine(lines, 'gone')?.id).toBe('1')
    expect(currentLine([], null)).toBeNull()
  })

  it('the next morning the queue is made anew and still looks at the same people’s work', () => {
    const state = { ...freshTodayState('2026-11-23', 'organ'), stood: placesOf(queue), selectedId: '3' }
    expect(todayStateOn(state, '2026-11-23')).toBe(state)
    expect(todayStateOn(state, '2026-11-24')).toEqual(freshTodayState('2026-11-24', 'organ'))
  })
})
