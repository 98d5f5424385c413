import { describe, expect, it } from 'vitest'
import { waitingGroups } from './waiting-groups.ts'

const entry = (kind: string, caseNo: string | null, at: number, sent = false) => ({
  op: `${kind}${at}`,
  kind,
  caseNo,
  at,
  sent,
})

describe('waitingGroups', () => {
  it('counts by kind, longest waiting first, and names each case once', () => {
    expect(
      waitingGroups([
        entry('letter.print', 'A', 30),
        entry('service.accept', 'A', 20),
        entry('letter.print', 'A', 40, true),
        entry('letter.print', 'B', 50),
      ]),
    ).toEqual([
      { kind: 'service.accept', count: 1, unsure: 0, oldest: 20, caseNos: ['A'] },
      { kind: 'letter.print', count: 3, unsure: 1, oldest: 30, caseNos: ['A', 'B'] },
    ])
  })

  it('is empty when nothing waits', () => {
    expect(waitingGroups([])).toEqual([])
  })
})
