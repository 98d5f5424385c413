import type { AttachmentFacts } from '../../domain/attachment/attachment.ts'
import { attachmentsOf } from '../../domain/attachment/attachment-act.ts'
import { aDisclosureIntake, aServiceIntake, anUnnumberedTrader } from '../../domain/case/_testing.ts'
import type { CaseAct } from '../../domain/case/case-act.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { type SoftField, softHistory, softValue } from '../../domain/case/soft-fields.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import type { Desk } from './desk.ts'
import type { Random } from './random.ts'

export const villages = ['河西村', '青岗村'] as const

type More =
  | { readonly type: 'open'; readonly act: CaseAct }
  | { readonly type: 'step'; readonly caseId: string; readonly act: CaseAct }

/** Acts of the classes that merge, and openings that are one application; null where there is nothing to do them to. */
export const drawMore = (random: Random, desk: Desk): More | null => {
  if (random.chance(0.3)) return { type: 'open', act: oneApplication(random, desk.wall) }
  const caseId = random.pick(desk.cases.slice(-8))
  const state = caseId === null ? null : (desk.find?.(caseId) ?? null)
  if (caseId === null || state === null) return null
  const act = random.pick([softly, softly, back, file, unfile, voided, fixed])?.(random, state, desk.wall) ?? null
  return act === null ? null : { type: 'step', caseId, act }
}

/** Under a number that another window may have it under too: of the pre-application, of a receipt written by hand, or of the person. */
const oneApplication = (random: Random, wall: number): CaseAct => {
  const village = random.pick([...villages, null])
  const home = village === null ? {} : { village }
  const number = random.int(5)
  const numbers = random.pick([{ preNo: `YSL-2026-${number}` }, { paperNo: `ZP-${number}` }, {}]) ?? {}
  const applicant = { ...(random.chance(0.6) ? anUnnumberedTrader() : aServiceIntake().applicant), ...home }
  if (random.chance(0.25)) {
    const arrivedOn = plainDateInShanghai(wall - random.int(3) * dayMs)
    return {
      kind: 'disclosure.register',
      intake: aDisclosureIntake({ ...numbers, arrivedOn, applicant: { ...aDisclosureIntake().applicant, ...home } }),
    }
  }
  const intake = aServiceIntake({ ...numbers, applicant })
  return random.chance(0.7)
    ? { kind: 'service.accept', intake }
    : { kind: 'service.submit', intake: { ...intake, channel: 'online' } }
}

const dayMs = 86_400_000

const fields: readonly SoftField[] = ['remark', 'phone', 'address', 'village']

type Draw = (random: Random, state: CaseState, wall: number) => CaseAct | null

const softly: Draw = (random, state) => {
  const field = random.pick(fields) ?? 'remark'
  const value = {
    remark: `改 ${random.int(1000)}`,
    phone: `1370000${1000 + random.int(9000)}`,
    address: `河西路 ${random.int(99)} 号`,
  }
  const next =
    field === 'village' ? random.pick([...villages, null]) : value[field === 'contactName' ? 'remark' : field]
  return { kind: 'case.set_contact', field, value: next, was: softValue(state, field) }
}

const back: Draw = (random, state) => {
  const field = random.pick(fields) ?? 'remark'
  const earlier = random.pick(softHistory(state, field))
  return earlier === null ? null : { kind: 'case.restore_field', field, stamp: earlier.stamp }
}

/** One of a few files, so that two desks attach the same. */
const file: Draw = (random) => {
  const at = random.int(4)
  const facts: AttachmentFacts = {
    blob: String(at).repeat(64),
    size: 1000 + at,
    type: 'pdf',
    name: `材料 ${at}.pdf`,
    role: 'material',
  }
  return { kind: 'case.attach', ...facts }
}

const unfile: Draw = (random, state) => {
  const there = random.pick(attachmentsOf(state))
  return there === null ? null : { kind: 'case.detach', blob: there.blob, reason: '传错文件' }
}

const voided: Draw = () => ({ kind: 'case.void', code: 'entered_twice', reason: '重复登记' })

/** A supervisor says which day it was, of those that it can have been. */
const fixed: Draw = (random, { timeDisputes = [] }) => {
  const dispute = random.pick(timeDisputes.filter(({ fixed: done }) => done === null))
  if (dispute === null) return null
  return { kind: 'case.fix_time', op: dispute.op, day: dispute.latest, reason: '以送达服务器之日为准' }
}
