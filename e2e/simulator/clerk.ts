import {
  aDisclosureIntake,
  aMaterial,
  aServiceIntake,
  anUnnumberedTrader,
  missing,
} from '../../domain/case/_testing.ts'
import type { CaseAct } from '../../domain/case/case-act.ts'
import { type Role, roles } from '../../domain/case/role.ts'
import { mayPerform } from '../../domain/case/workflow.ts'
import { aDraft as aReply, official } from '../../domain/disclosure/_testing.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import { aContent, aDraft as anEntry } from '../../domain/record/publication/_testing.ts'
import type { PublicationAct } from '../../domain/record/publication/publication-act.ts'
import type { ServiceIntake } from '../../domain/service/service-intake.ts'
import { aCertificate, signed } from '../../domain/service/_testing.ts'
import { drawMore } from './clerk-more.ts'
import { type Desk, type Draws, drawsAll } from './desk.ts'
import type { Random } from './random.ts'

/** What somebody at a desk wants to do; the rules may refuse it. */
export type Wish =
  | { readonly type: 'open'; readonly act: CaseAct; readonly role: Role }
  | { readonly type: 'step'; readonly caseId: string; readonly act: CaseAct; readonly role: Role }
  | { readonly type: 'record'; readonly recordId: string | null; readonly act: PublicationAct; readonly role: Role }

/** Draws an act. Cases that others work on too are drawn as often as own ones: that is where conflicts come from. */
export const drawWish = (random: Random, desk: Desk): Wish => {
  if (drawsAll(desk.draws) && random.chance(0.4)) {
    const more = drawMore(random, desk)
    if (more !== null) return { ...more, role: roleFor(random, more.act) }
  }
  const share = random.next()
  // Mostly the newest few, so that desks meet on them.
  const caseId = random.pick(desk.cases.slice(-8))
  if (caseId === null || share < 0.25) return open(random, desk.wall)
  if (share < 0.33) return record(random, desk)
  const act = (random.chance(0.3) ? commonOf(desk.draws) : random.chance(0.6) ? service : disclosure)(random, desk.wall)
  return { type: 'step', caseId, act, role: roleFor(random, act) }
}

const roleFor = (random: Random, act: CaseAct): Role =>
  random.pick(roles.filter((role) => mayPerform(role, act.kind))) ?? 'clerk'

const dayOf = (wall: number, days = 0) => plainDateInShanghai(wall + days * 86_400_000)

/** Everybody who comes here is another person: what the server does about one who comes twice, its integration tests show. */
const aRequest = (over: Partial<ServiceIntake> = {}) => aServiceIntake({ applicant: anUnnumberedTrader(), ...over })
const nobodys = { ...aDisclosureIntake().applicant, idNumber: null, idException: '证件遗失' }

const open = (random: Random, wall: number): Wish => {
  const today = dayOf(wall)
  const short = aRequest({ materials: [aMaterial(missing), ...aServiceIntake().materials.slice(1)] })
  const act: CaseAct = random.pick<CaseAct>([
    { kind: 'service.accept', intake: aRequest() },
    { kind: 'service.accept', intake: aRequest({ remark: `备注 ${random.int(1000)}` }) },
    { kind: 'service.notice', intake: short, correctBy: dayOf(wall, 10) },
    { kind: 'service.submit', intake: aRequest({ channel: 'online' }) },
    { kind: 'disclosure.register', intake: aDisclosureIntake({ applicant: nobodys, arrivedOn: today }) },
    {
      kind: 'disclosure.register',
      intake: aDisclosureIntake({ applicant: nobodys, arrivedOn: today, channel: 'online' }),
    },
  ]) ?? { kind: 'service.accept', intake: aRequest() }
  return { type: 'open', act, role: roleFor(random, act) }
}

const commonOf =
  (draws: Draws | undefined) =>
  (random: Random): CaseAct =>
    random.pick<CaseAct>([
      { kind: 'case.note', text: `已电话联系 ${random.int(1000)}` },
      { kind: 'case.flag', flag: 'urged', set: random.chance(0.6), reason: '群众催办' },
      ...(draws === 'contacts' ? contacts(random) : []),
      { kind: 'case.flag', flag: 'supervised', set: random.chance(0.6), reason: '重点督办' },
      { kind: 'rating.give', level: 5, channel: 'hall_tablet', tags: [], comment: null, anonymous: false },
    ]) ?? { kind: 'case.note', text: '已联系' }

const contacts = (random: Random): readonly CaseAct[] => [
  { kind: 'case.set_contact', field: 'remark', value: `改 ${random.int(1000)}`, was: null },
  { kind: 'case.set_contact', field: 'phone', value: `1370000${1000 + random.int(9000)}`, was: null },
  { kind: 'case.restore_field', field: 'remark', stamp: '' },
  { kind: 'case.void', code: 'other', reason: '登记有误' },
]

const service = (random: Random, wall: number): CaseAct =>
  random.pick<CaseAct>([
    { kind: 'service.claim', handler: '王丽' },
    { kind: 'service.claim', handler: '赵敏' },
    { kind: 'service.step_pass', opinion: '同意' },
    { kind: 'service.approve', opinion: '准予', signedBy: '张志强', lateReason: null },
    {
      kind: 'service.deny',
      reasons: '不符合卫生要求',
      remedies: { reconsiderationOrgan: '青岚县人民政府', court: '青岚县人民法院' },
      signedBy: '张志强',
      lateReason: null,
    },
    { kind: 'service.supply', materials: [aMaterial()] },
    { kind: 'service.prereview_pass', note: null },
    { kind: 'service.take_in', materials: [aMaterial()] },
    { kind: 'service.withdraw', reason: '申请人撤回' },
    { kind: 'service.certify', certificate: aCertificate() },
    { kind: 'service.deliver', receivedOn: dayOf(wall), proof: signed },
    { kind: 'service.close', note: null },
    {
      kind: 'service.suspend',
      reason: '现场不具备条件',
      basis: '《条例》第九条',
      resumeBy: dayOf(wall, 20),
      approvedBy: '张志强',
    },
    { kind: 'service.resume', reason: '条件具备' },
  ]) ?? { kind: 'service.claim', handler: '王丽' }

const disclosure = (random: Random, wall: number): CaseAct =>
  random.pick<CaseAct>([
    { kind: 'disclosure.confirm', confirmedOn: dayOf(wall) },
    { kind: 'disclosure.assign', unit: '建设科', handler: null },
    { kind: 'disclosure.assign', unit: '规划科', handler: '李明' },
    { kind: 'disclosure.claim', handler: '李明' },
    { kind: 'disclosure.extend', days: 20, reason: '需征求意见', approver: official, approvedOn: dayOf(wall) },
    { kind: 'disclosure.notice_correction', items: ['文件名称'], correctBy: dayOf(wall, 15), consequence: '视为放弃' },
    { kind: 'disclosure.correct', receivedOn: dayOf(wall), content: '2026 年合同', clear: true },
    { kind: 'disclosure.draft', reply: aReply() },
    { kind: 'disclosure.submit' },
    { kind: 'disclosure.record_review', review: 'secrecy', reviewer: official, opinion: '不涉密' },
    { kind: 'disclosure.record_review', review: 'legal', reviewer: official, opinion: '合法' },
    { kind: 'disclosure.pass_review' },
    { kind: 'disclosure.sign', signer: official },
    {
      kind: 'disclosure.deliver',
      way: 'post',
      sentOn: dayOf(wall),
      proof: { kind: 'postal', trackingNo: 'XA990012345CN', receivedOn: null },
    },
    { kind: 'disclosure.close' },
    { kind: 'disclosure.withdraw', reason: '申请人撤回' },
  ]) ?? { kind: 'disclosure.submit' }

const record = (random: Random, { records, wall }: Desk): Wish => {
  const content = aContent({ madeOn: dayOf(wall), title: `年度预算 ${random.int(1000)}` })
  const number = { indexNo: `035210000/2026-${String(10_000 + random.int(20))}`, template: null, content }
  const recordId = random.pick(records.slice(-6))
  const act = recordId === null || random.chance(0.4) ? anEntry(number) : step(random, number)
  return {
    type: 'record',
    recordId: act.kind === 'publication.draft' ? null : recordId,
    act,
    role: 'disclosure_officer',
  }
}

const step = (
  random: Random,
  number: Omit<Extract<PublicationAct, { kind: 'publication.edit' }>, 'kind'>,
): PublicationAct =>
  random.pick<PublicationAct>([
    { kind: 'publication.edit', ...number },
    { kind: 'publication.submit' },
    { kind: 'publication.recall', reason: '需修改' },
  ]) ?? { kind: 'publication.submit' }
