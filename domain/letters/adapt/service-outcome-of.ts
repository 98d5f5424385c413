import { toleratedOf } from '../../service/materials.ts'
import type { DeliveryProof } from '../../service/delivery.ts'
import type { FeeLine } from '../../fees/settlement.ts'
import type { ServiceCase } from '../../service/service-state.ts'
import type { LetterKind } from '../letter-kind.ts'
import { letterNames } from '../letter-names.ts'
import { onlyInLetters, letterWords } from './letter-words.ts'
import { entryOf, frameOf } from './letter-source.ts'
import { reconsiderationOrganOf } from './parties.ts'
import type { Builders } from './service-facts-of.ts'
import { lineFacts, serviceFrame } from './service-frame.ts'

type OutcomeLetter =
  | 'service_approval'
  | 'service_denial'
  | 'service_revocation'
  | 'service_withdrawal'
  | 'service_termination'
  | 'service_fee_notice'
  | 'service_settlement'
  | 'service_result_slip'
  | 'proof_of_service'

/** A court that is not named otherwise. */
const anyCourt = '有管辖权的人民法院'

export const serviceOutcomeBuilders: Builders<ServiceCase, OutcomeLetter> = {
  service_approval: (state, source) => {
    const { decision, certificate, intake } = state
    if (decision?.result !== 'approved') return null
    return {
      ...serviceFrame(state, source, decision.on),
      opinion: decision.opinion,
      resultName: intake.item.resultName,
      certificateName: certificate?.name ?? null,
      certificateNo: certificate?.number ?? null,
      validFrom: certificate?.validFrom ?? null,
      validUntil: certificate?.validUntil ?? null,
      tolerated: toleratedOf(intake.materials).map(lineFacts),
    }
  },
  service_denial: (state, source) => {
    const { decision } = state
    if (decision?.result !== 'denied') return null
    return {
      ...serviceFrame(state, source, decision.on),
      reasons: decision.reasons ?? '',
      reconsiderationOrgan:
        decision.remedies?.reconsiderationOrgan ?? reconsiderationOrganOf(state.intake.item.organ, source),
      court: decision.remedies?.court ?? anyCourt,
    }
  },
  service_revocation: (state, source) => {
    const { revocation, decision, documents } = state
    if (revocation === null) return null
    return {
      ...serviceFrame(state, source, revocation.on),
      organ: revocation.organ,
      decidedOn: decision?.on ?? null,
      decisionNo: documents.find(({ letter, voided }) => letter === 'service_approval' && voided === null)?.no ?? null,
      ground: revocation.ground,
      reasons: revocation.reasons,
      reconsiderationOrgan: reconsiderationOrganOf(revocation.organ, source),
      court: anyCourt,
    }
  },
  service_withdrawal: (state, source) =>
    state.ending === null ? null : { ...serviceFrame(state, source, state.ending.on), reason: state.ending.reason },
  service_termination: (state, source) =>
    state.ending === null
      ? null
      : {
          ...serviceFrame(state, source, state.ending.on),
          ground: state.ending.ground ?? 'other',
          explanation: state.ending.reason,
        },
  service_fee_notice: (state, source) => {
    if (state.fee === null) return null
    const lines = feeLinesOf(state.fee.lines)
    return { ...serviceFrame(state, source, state.fee.noticeOn), lines, total: totalOf(lines) }
  },
  service_settlement: (state, source) => {
    const paid = state.fee?.paid
    if (paid === undefined || paid === null || state.fee === null) return null
    return {
      ...serviceFrame(state, source, paid.on),
      parts: feeLinesOf(state.fee.lines).map(({ name, amount }) => ({ organ: state.intake.item.organ, name, amount })),
      total: paid.fen,
      paidOn: paid.on,
      payWay: onlyInLetters.payment[paid.method],
      receiptNo: paid.receiptNo,
    }
  },
  service_result_slip: (state, source) => {
    const { decision, certificate, intake } = state
    if (decision === null) return null
    return {
      ...serviceFrame(state, source, decision.on),
      resultName:
        certificate?.name ?? intake.item.resultName ?? (decision.result === 'approved' ? '准予决定书' : '不予决定书'),
      certificateNo: certificate?.number ?? null,
      originals: certificate?.originals ?? 1,
      duplicates: certificate?.duplicates ?? 0,
      readyOn: decision.on,
      pickup: letterWords.pickup[intake.pickup],
    }
  },
  proof_of_service: (state, source) => {
    const { delivery, documents, certificate } = state
    const dispatch = entryOf(source, delivery.dispatches)
    const decisions = documents.filter(({ letter, voided }) => voided === null && servedLetters.has(letter))
    return {
      ...frameOf(source, {
        caseNo: state.caseNo,
        organ: state.intake.item.organ,
        on: source.document?.on ?? delivery.receivedOn ?? state.arrivedOn,
      }),
      recipient: state.applicant.name,
      documents: [
        ...decisions.map(({ letter, no }) => ({ name: letterNames[letter], no })),
        ...(certificate === null ? [] : [{ name: certificate.name, no: certificate.number }]),
      ],
      way: dispatch === null ? null : onlyInLetters.delivery[dispatch.way],
      address: dispatch?.to ?? null,
      receivedOn: delivery.receivedOn,
      receiver: receiverOf(delivery.proof),
      proof: proofText(delivery.proof),
    }
  },
}

/** Letters that are handed to the applicant as the result. */
const servedLetters: ReadonlySet<LetterKind> = new Set([
  'service_approval',
  'service_denial',
  'service_revocation',
  'service_withdrawal',
  'service_termination',
])

export const feeLinesOf = (lines: readonly FeeLine[]) =>
  lines.map(({ item, standard, basis, quantity, unitFen, reduction }) => ({
    name: item,
    standard,
    basis: basis.text,
    quantity,
    reduced: reduction?.fen ?? 0,
    amount: quantity * unitFen - (reduction?.fen ?? 0),
  }))

export const totalOf = (lines: readonly { readonly amount: number }[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0)

export const receiverOf = (proof: DeliveryProof | null): string | null => {
  switch (proof?.kind) {
    case 'signature':
    case 'locker':
      return proof.receiver.name
    case 'postal_receipt':
      return proof.signedBy
    default:
      return null
  }
}

export const proofText = (proof: DeliveryProof | null): string | null => {
  switch (proof?.kind) {
    case 'postal_receipt':
      return `邮件回执 ${proof.trackingNo}`
    case 'locker':
      return `自助柜 ${proof.lockerNo}`
    case 'electronic':
      return `电子送达至 ${proof.address}`
    case 'left':
      return `留置于${proof.place}，见证人：${proof.witnesses.join('、')}`
    case 'public_notice':
      return `公告送达，登载于${proof.place}`
    default:
      return null
  }
}
