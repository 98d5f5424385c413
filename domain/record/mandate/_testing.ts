// Mandates for the tests: 孙建国 has 许立 act for him from 2026-09-14 to 2026-12-31.
import { aRepresentative, anApplicant } from '../../case/_testing.ts'
import { plainDate } from '../../plain-date.ts'
import { asKind, recordsOn } from '../_testing.ts'
import type { RecordAct } from '../record-act.ts'
import type { MandateAct } from './mandate-act.ts'
import type { AgentDeed } from './mandate-covers.ts'
import type { MandateContent, MandateRecord } from './mandate-record.ts'

const scan = 'a'.repeat(64)

export const aMandate = (over: Partial<MandateContent> = {}): MandateContent => ({
  applicant: anApplicant({ name: '孙建国' }),
  representative: aRepresentative({ validUntil: plainDate('2026-12-31') }),
  point: '青岚县河西村代理点',
  scope: { kind: 'items', items: [{ code: null, name: '公共场所卫生许可（新办）' }] },
  deeds: ['submit', 'supplement', 'collect'],
  validFrom: plainDate('2026-09-14'),
  subAgency: false,
  maxCases: null,
  ...over,
})

export const draft = (over: Partial<MandateContent> = {}): MandateAct => ({
  kind: 'mandate.draft',
  content: aMandate(over),
})

export const sign = (over: Partial<Extract<MandateAct, { kind: 'mandate.sign' }>> = {}): MandateAct => ({
  kind: 'mandate.sign',
  signature: { kind: 'on_screen', hash: scan },
  idScans: { principal: scan, agent: scan },
  signedOn: plainDate('2026-09-14'),
  ...over,
})

export const activate: MandateAct = { kind: 'mandate.activate' }

export const agentOn = (today: string) => {
  const { done, refused } = recordsOn(today, { role: 'agent' })
  return {
    done: (state: MandateRecord | null, ...acts: readonly RecordAct[]): MandateRecord => {
      const after = acts.reduce<MandateRecord | null>((now, act) => asKind(done(now, act), 'mandate'), state)
      if (after === null) throw new Error('no acts')
      return after
    },
    refused,
  }
}

export const activeMandate = (over: Partial<MandateContent> = {}): MandateRecord =>
  agentOn('2026-09-14').done(null, draft(over), sign(), activate)

export const aDeed = (on: string, over: Partial<AgentDeed> = {}): AgentDeed => ({
  matter: { code: null, name: '公共场所卫生许可（新办）' },
  inPerson: false,
  deed: 'submit',
  on: plainDate(on),
  caseId: null,
  by: null,
  ...over,
})
