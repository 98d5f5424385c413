// Builders for disclosure requests under way. Persons and organs are fictional.
import { aDisclosureIntake, actingOn, day } from '../case/_testing.ts'
import type { CaseAct } from '../case/case-act.ts'
import type { CaseState } from '../case/case-state.ts'
import type { Refusal } from '../case/refusal.ts'
import type { Role } from '../case/role.ts'
import { currentWorkCalendar } from '../calendar/state-council.ts'
import { caseClocks } from '../case/clocks.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import type { HistoricalRequest } from './historical-request.ts'
import type { ReplyDraft } from './reply-draft.ts'

export { aDisclosureIntake, day }

export const asDisclosure = (state: CaseState | null): DisclosureCase => {
  if (state?.kind !== 'disclosure') throw new Error('no disclosure request')
  return state
}

/** One act on a day, as the disclosure officer unless another role is named. */
export const act = (
  state: CaseState | null,
  on: string,
  what: CaseAct,
  role: Role = 'disclosure_officer',
): DisclosureCase => asDisclosure(actingOn(day(on)).done(state, what, { role }))

export const refusedAct = (
  state: CaseState | null,
  on: string,
  what: CaseAct,
  role: Role = 'disclosure_officer',
): Refusal => actingOn(day(on)).refused(state, what, { role })

/** Received at the counter on this day. */
export const receivedOn = (on: string): DisclosureCase =>
  act(null, on, { kind: 'disclosure.register', intake: aDisclosureIntake({ arrivedOn: day(on) }) })

/** Received and handed to a unit on the same day. */
export const inProcess = (on: string): DisclosureCase =>
  act(receivedOn(on), on, { kind: 'disclosure.assign', unit: '建设科', handler: null })

export const official = { name: '何敏', title: '政府信息公开办公室主任' } as const

export const aDraft = (over: Partial<ReplyDraft> = {}): ReplyDraft => ({
  outcome: 'granted',
  detail: null,
  grounds: [],
  parts: [],
  access: '随信寄送复印件',
  competentOrgan: null,
  searchRecord: null,
  earlierCaseNo: null,
  ownRecord: null,
  ...over,
})

export const aDenial = (over: Partial<ReplyDraft> = {}): ReplyDraft =>
  aDraft({
    outcome: 'deny_internal',
    grounds: [{ article: 'ogi2019:16(1)', reason: '属于内部人事管理信息' }],
    access: null,
    ...over,
  })

/** From a draft to the signed letter, all on one day. */
export const signedReply = (state: CaseState, on: string, reply: ReplyDraft): DisclosureCase => {
  const drafted = act(state, on, { kind: 'disclosure.draft', reply })
  const sent = act(drafted, on, { kind: 'disclosure.submit' })
  const secrecy = act(
    sent,
    on,
    { kind: 'disclosure.record_review', review: 'secrecy', reviewer: official, opinion: '不涉密' },
    'reviewer',
  )
  const legal = act(
    secrecy,
    on,
    { kind: 'disclosure.record_review', review: 'legal', reviewer: official, opinion: '合法' },
    'reviewer',
  )
  const passed = act(legal, on, { kind: 'disclosure.pass_review' }, 'reviewer')
  return act(passed, on, { kind: 'disclosure.sign', signer: official }, 'head')
}

/** From a draft to the end, by post. */
export const repliedAndClosed = (state: CaseState, on: string, reply: ReplyDraft): DisclosureCase => {
  const sent = act(signedReply(state, on, reply), on, {
    kind: 'disclosure.deliver',
    way: 'post',
    sentOn: day(on),
    proof: { kind: 'postal', trackingNo: 'XA990012345CN', receivedOn: null },
  })
  return act(sent, on, { kind: 'disclosure.close' })
}

/** Last day to reply; null while the clock stands still. */
export const dueOf = (state: DisclosureCase): string | null =>
  caseClocks(state, currentWorkCalendar).statutory?.due ?? null

export const aHistoricalRequest = (over: Partial<HistoricalRequest> = {}): HistoricalRequest => ({
  receivedOn: day('2024-03-04'),
  repliedOn: day('2024-03-20'),
  channel: 'online',
  category: 'natural',
  named: false,
  outcome: 'granted',
  detail: null,
  subject: '2023年度城区道路维修项目招标文件',
  organ: '青岚县住房和城乡建设局',
  extended: false,
  reconsideration: null,
  litigation: null,
  ...over,
})

export const imported = (request: HistoricalRequest, on = '2026-01-05'): DisclosureCase =>
  act(null, on, { kind: 'disclosure.import', request, name: '自然人', idException: '历史数据未登记证件' })
