// Hand-over lists for the tests: two residents' papers, received at a village point on Monday 2026-09-14.
import { plainDate } from '../../plain-date.ts'
import { asKind, recordsOn } from '../_testing.ts'
import type { RecordAct } from '../record-act.ts'
import type { HandoverAct } from './handover-act.ts'
import { type HandoverRecord, type PapersCounted, type Station, defaultHandoverLimits } from './handover-record.ts'

type Making = Extract<HandoverAct, { kind: 'handover.make' }>

export const making = (over: Partial<Making> = {}): Making => ({
  kind: 'handover.make',
  direction: 'in',
  start: 'village',
  place: '青岚县河西村代理点',
  receivedOn: plainDate('2026-09-14'),
  limits: defaultHandoverLimits,
  lines: [
    { n: 1, caseId: null, mandateId: null, name: '孙建国', what: '公共场所卫生许可（新办）', papers: 5 },
    { n: 2, caseId: null, mandateId: null, name: '周文静', what: '临时救助', papers: 3 },
  ],
  ...over,
})

export const counts = (...papers: readonly number[]): readonly PapersCounted[] =>
  papers.map((count, at) => ({ line: at + 1, papers: count }))

export const pass = (to: Station, counted = counts(5, 3), remark: string | null = null): HandoverAct => ({
  kind: 'handover.pass',
  to,
  giver: '许立',
  taker: '赵敏',
  at: '14:05',
  counted,
  remark,
})

export const signFor = (line: number): HandoverAct => ({
  kind: 'handover.sign_for',
  line,
  name: '孙建国',
  at: '09:30',
  signature: null,
})

export const agentOn = (today: string) => {
  const { done, refused } = recordsOn(today, { role: 'agent' })
  return {
    done: (state: HandoverRecord | null, ...acts: readonly RecordAct[]): HandoverRecord => {
      const after = acts.reduce<HandoverRecord | null>((now, act) => asKind(done(now, act), 'handover'), state)
      if (after === null) throw new Error('no acts')
      return after
    },
    refused,
  }
}
