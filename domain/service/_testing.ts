// Builders of the acts of a service request, and a request brought to each of its states.
import { actingOn, aServiceIntake, aSnapshot, day } from '../case/_testing.ts'
import type { CaseAct } from '../case/case-act.ts'
import type { CaseState } from '../case/case-state.ts'
import type { Refusal } from '../case/refusal.ts'
import type { Role } from '../case/role.ts'
import type { FeeLine } from '../fees/settlement.ts'
import type { Certificate, DeliveryProof, Dispatch, Receiver } from './delivery.ts'
import type { ServiceAct } from './service-act.ts'
import type { ServiceIntake } from './service-intake.ts'
import type { ServiceCase } from './service-state.ts'

const asService = (state: CaseState): ServiceCase => {
  if (state.kind !== 'service') throw new Error(`a case of kind ${state.kind}`)
  return state
}

/** The role that the table names for an act, where a test is not about roles. */
const roleFor = (act: CaseAct): Role => {
  switch (act.kind) {
    case 'service.suspend':
    case 'service.extend':
    case 'service.revoke':
      return 'head'
    case 'service.claim':
    case 'service.step_pass':
    case 'service.step_return':
    case 'service.step_send':
    case 'service.consult':
    case 'service.consult_answer':
    case 'service.joint_review':
    case 'service.inspect':
    case 'service.hearing_tell':
    case 'service.hearing_request':
    case 'service.hearing_arrange':
    case 'service.special_start':
    case 'service.special_renew':
    case 'service.special_end':
    case 'service.special_lapse':
    case 'service.resume':
    case 'service.suspend_lapse':
    case 'service.approve':
    case 'service.deny':
    case 'service.terminate':
    case 'clock.change_start':
    case 'clock.change_pause':
    case 'clock.undo':
      return 'reviewer'
    default:
      return 'clerk'
  }
}

/** `[day, act]` after `[day, act]`, each by somebody who may. Throws on the first that is refused. */
export const serviceAfter = (...acts: readonly (readonly [string, CaseAct])[]): ServiceCase => {
  const state = acts.reduce<CaseState | null>(
    (before, [on, act]) => actingOn(day(on)).done(before, act, { role: roleFor(act) }),
    null,
  )
  if (state === null) throw new Error('no act, no case')
  return asService(state)
}

export const go = (state: ServiceCase, ...acts: readonly (readonly [string, CaseAct])[]): ServiceCase =>
  acts.reduce<ServiceCase>(
    (before, [on, act]) => asService(actingOn(day(on)).done(before, act, { role: roleFor(act) })),
    state,
  )

export const refusedOn = (on: string, state: ServiceCase | null, act: CaseAct): Refusal =>
  actingOn(day(on)).refused(state, act, { role: roleFor(act) })

export const accept = (over: Partial<ServiceIntake> = {}): ServiceAct => ({
  kind: 'service.accept',
  intake: aServiceIntake(over),
})

export const claim: ServiceAct = { kind: 'service.claim', handler: '王丽' }
export const pass: ServiceAct = { kind: 'service.step_pass', opinion: '符合条件' }
export const approve: Extract<ServiceAct, { kind: 'service.approve' }> = {
  kind: 'service.approve',
  opinion: null,
  signedBy: '张志强',
  lateReason: null,
}
export const deny: Extract<ServiceAct, { kind: 'service.deny' }> = {
  kind: 'service.deny',
  reasons: '经营场所不符合卫生要求',
  remedies: { reconsiderationOrgan: '青岚县人民政府', court: '青岚县人民法院' },
  signedBy: '张志强',
  lateReason: null,
}
export const special: Extract<ServiceAct, { kind: 'service.special_start' }> = {
  kind: 'service.special_start',
  procedure: 'testing',
  reason: '水质检测',
  days: 10,
}
export const specialDone: ServiceAct = { kind: 'service.special_end', result: '检测合格' }

export const extend = (
  days: number,
  over: Partial<Extract<ServiceAct, { kind: 'service.extend' }>> = {},
): ServiceAct => ({
  kind: 'service.extend',
  days,
  reason: '案情复杂',
  approver: 'organ_head',
  approvedBy: '张志强',
  ...over,
})

export const receiver: Receiver = {
  name: '周文静',
  relation: 'self',
  idType: 'resident_id',
  idNumber: '990000199001010017',
}
export const signed: DeliveryProof = { kind: 'signature', receiver }
export const byPost: Dispatch = {
  way: 'post',
  carrier: 'china_post',
  trackingNo: 'EA123456789CN',
  to: '青岚县城关镇河西路 88 号',
}
export const postal: DeliveryProof = {
  kind: 'postal_receipt',
  carrier: 'china_post',
  trackingNo: 'EA123456789CN',
  signedBy: '周文静',
}
export const aCertificate = (over: Partial<Certificate> = {}): Certificate => ({
  name: '卫生许可证',
  number: '青卫公证字〔2026〕第0012号',
  organ: '青岚县卫生健康局',
  validFrom: day('2026-10-12'),
  validUntil: day('2030-10-11'),
  originals: 1,
  duplicates: 1,
  ...over,
})

export const aFeeLine = (over: Partial<FeeLine> = {}): FeeLine => ({
  item: '卫生检测费',
  standard: '120元/次',
  quantity: 2,
  unitFen: 12_000,
  basis: { kind: 'administrative_regulation', text: '《公共场所卫生管理条例》第八条' },
  reduction: null,
  ...over,
})
export const chargedItem = aSnapshot({
  fee: { charged: true, basis: '《公共场所卫生管理条例》', standard: '120元/次' },
})

/** Accepted on Monday 2026-09-28: promised 10, statutory 20 working days. */
export const accepted = serviceAfter(['2026-09-28', accept()])
export const examining = go(accepted, ['2026-09-29', claim])
export const wayDone = go(examining, ['2026-10-09', pass])
export const approved = go(wayDone, ['2026-10-12', approve])
