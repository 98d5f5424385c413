// One example of every act on a service request, for whoever has to know them all: schemas, timeline, masks.
import { aMaterial, aServiceIntake, day } from '../case/_testing.ts'
import { aCertificate, aFeeLine, byPost, postal, signed } from './_testing.ts'
import type { ServiceAct, ServiceActKind } from './service-act.ts'

type Examples = { readonly [K in ServiceActKind]: Extract<ServiceAct, { readonly kind: K }> }

const intake = aServiceIntake({ channel: 'post', arrivedOn: day('2026-09-25') })
const materials = [
  aMaterial({ form: 'original_and_copy', expected: 3, received: 3, copiesExpected: 2, copiesReceived: 2 }),
]
const later = day('2026-10-20')
const today = day('2026-09-28')
const reason = '情况说明'

export const oneOfEach: Examples = {
  'service.accept': { kind: 'service.accept', intake },
  'service.accept_deemed': { kind: 'service.accept_deemed', intake },
  'service.notice': { kind: 'service.notice', intake, correctBy: later },
  'service.refuse': { kind: 'service.refuse', intake, ground: 'not_this_organ', explanation: reason },
  'service.instant': {
    kind: 'service.instant',
    intake,
    signedBy: '张志强',
    certificate: aCertificate(),
    fee: { lines: [aFeeLine()], payment: { fen: 24_000, method: 'online', receiptNo: '0099' } },
    proof: signed,
  },
  'service.submit': { kind: 'service.submit', intake },
  'service.prereview_pass': { kind: 'service.prereview_pass', note: null },
  'service.prereview_correct': { kind: 'service.prereview_correct', missing: '营业执照复印件', correctBy: later },
  'service.resubmit': { kind: 'service.resubmit', materials },
  'service.take_in': { kind: 'service.take_in', materials },
  'service.notify': { kind: 'service.notify', materials, correctBy: null },
  'service.turn_down': { kind: 'service.turn_down', ground: 'not_eligible', explanation: reason },
  'service.deem_accepted': { kind: 'service.deem_accepted', note: reason },
  'service.supply': { kind: 'service.supply', materials },
  'service.lapse': { kind: 'service.lapse', outcome: 'terminated', reason },
  'service.claim': { kind: 'service.claim', handler: '王丽' },
  'service.step_pass': { kind: 'service.step_pass', opinion: '同意' },
  'service.step_return': { kind: 'service.step_return', step: 1, reason },
  'service.step_send': { kind: 'service.step_send', organ: '县环保局', reason },
  'service.consult': { kind: 'service.consult', organ: '县环保局', question: '选址是否合规', answerBy: later },
  'service.consult_answer': { kind: 'service.consult_answer', consult: 1, opinion: '合规' },
  'service.joint_review': { kind: 'service.joint_review', organs: ['县环保局', '县住建局'], opinion: '同意' },
  'service.inspect': {
    kind: 'service.inspect',
    inspectedOn: today,
    place: '河西路 88 号',
    inspectors: ['王丽', '赵敏'],
    findings: '通风良好',
  },
  'service.hearing_tell': { kind: 'service.hearing_tell', subject: '涉及重大利益' },
  'service.hearing_request': { kind: 'service.hearing_request', requestedOn: today, requestedBy: '周文静' },
  'service.hearing_arrange': {
    kind: 'service.hearing_arrange',
    ground: 'request',
    heldOn: later,
    place: '三楼会议室',
    days: 15,
  },
  'service.special_start': { kind: 'service.special_start', procedure: 'testing', reason, days: 10 },
  'service.special_renew': { kind: 'service.special_renew', days: 5, reason },
  'service.special_end': { kind: 'service.special_end', result: '检测合格' },
  'service.special_lapse': { kind: 'service.special_lapse', reason },
  'service.suspend': {
    kind: 'service.suspend',
    reason,
    basis: '《条例》第九条',
    resumeBy: later,
    approvedBy: '张志强',
  },
  'service.resume': { kind: 'service.resume', reason },
  'service.suspend_lapse': { kind: 'service.suspend_lapse', reason },
  'service.extend': { kind: 'service.extend', days: 10, reason, approver: 'organ_head', approvedBy: '张志强' },
  'service.supply_tolerated': { kind: 'service.supply_tolerated', materials },
  'service.approve': { kind: 'service.approve', opinion: '准予', signedBy: '张志强', lateReason: null },
  'service.deny': {
    kind: 'service.deny',
    reasons: '不符合卫生要求',
    remedies: { reconsiderationOrgan: '青岚县人民政府', court: '青岚县人民法院' },
    signedBy: '张志强',
    lateReason: reason,
  },
  'service.certify': { kind: 'service.certify', certificate: aCertificate() },
  'service.withdraw': { kind: 'service.withdraw', reason },
  'service.terminate': { kind: 'service.terminate', ground: 'matter_moot', explanation: reason },
  'service.revoke': { kind: 'service.revoke', ground: 'procedure', reasons: reason, organ: '青岚县卫生健康局' },
  'service.dispatch': { kind: 'service.dispatch', dispatch: byPost },
  'service.announce': { kind: 'service.announce', publishedOn: today, place: '县政府网站', reason },
  'service.deliver': { kind: 'service.deliver', receivedOn: today, proof: null },
  'service.delivery_proof': { kind: 'service.delivery_proof', proof: postal },
  'service.deemed_delivered': { kind: 'service.deemed_delivered', note: null },
  'service.close': { kind: 'service.close', note: null },
  'service.fee_notice': { kind: 'service.fee_notice', lines: [aFeeLine()] },
  'service.fee_reduce': { kind: 'service.fee_reduce', line: 1, fen: 4000, basis: '《减免办法》第三条' },
  'service.fee_paid': {
    kind: 'service.fee_paid',
    payment: { on: today, fen: 20_000, method: 'card', receiptNo: '0012345678' },
  },
  'service.fee_cancel': { kind: 'service.fee_cancel', reason },
}
