import type { BundleCase } from '../../bundle/bundle-state.ts'
import { caseClocks } from '../../case/clocks.ts'
import type { PlainDate } from '../../plain-date.ts'
import { gapsOf } from '../../service/materials.ts'
import type { FactsOf } from '../fact-types.ts'
import { materialForms, type serviceFacts } from '../facts/service-facts.ts'
import { type LetterSource, entryOf, frameOf } from './letter-source.ts'
import { onlyInLetters } from './letter-words.ts'
import { addresseeText, applicantText, mandateFactsOf, representativeText } from './parties.ts'
import type { Builders } from './service-facts-of.ts'
import { feeLinesOf, proofText, receiverOf, totalOf } from './service-outcome-of.ts'
import { movedDue } from './due-facts.ts'

type BundleLetter =
  | 'service_extension_notice'
  | 'bundle_receipt'
  | 'service_fee_notice'
  | 'service_settlement'
  | 'service_withdrawal'
  | 'proof_of_service'

export const bundleBuilders: Builders<BundleCase, BundleLetter> = {
  bundle_receipt: (state, source) => {
    const { intake } = state
    return {
      ...frameOf(source, { caseNo: state.caseNo, organ: intake.organ, on: state.arrivedOn }),
      addressee: addresseeText(state.applicant),
      applicant: applicantText(state.applicant),
      representative: representativeText(state.representative),
      ...mandateFactsOf(state.representative),
      theme: themeOf(intake.name),
      arrivedOn: state.arrivedOn,
      parts: intake.parts.map(({ caseId, item }) => ({
        item: item.name,
        organ: item.organ,
        no: source.partNos?.[caseId] ?? null,
      })),
      materials: intake.materials
        .filter((line) => line.received > 0)
        .map((line) => ({ name: line.name, form: materialForms[line.form], pieces: line.received, note: line.note })),
      due: caseClocks(state, source.calendar).promised?.due ?? null,
      complete: gapsOf(intake.materials).length === 0,
    }
  },
  service_fee_notice: (state, source) => {
    if (state.fee === null) return null
    const lines = state.fee.charges.flatMap((charge) => feeLinesOf(charge.lines))
    return { ...bundleFrame(state, source, state.fee.noticeOn), lines, total: totalOf(lines) }
  },
  service_settlement: (state, source) => {
    const { fee, intake } = state
    if (fee === null || fee.paid === null) return null
    return {
      ...bundleFrame(state, source, fee.paid.on),
      parts: fee.charges.flatMap(({ caseId, lines }) => {
        const organ = intake.parts.find((part) => part.caseId === caseId)?.item.organ ?? intake.organ
        return feeLinesOf(lines).map(({ name, amount }) => ({ organ, name, amount }))
      }),
      total: fee.paid.fen,
      paidOn: fee.paid.on,
      payWay: onlyInLetters.payment[fee.paid.method],
      receiptNo: fee.paid.receiptNo,
    }
  },
  service_withdrawal: (state, source) =>
    state.withdrawal === null
      ? null
      : { ...bundleFrame(state, source, state.closedOn ?? state.arrivedOn), reason: state.withdrawal },
  service_extension_notice: (state, source) => {
    const extension = entryOf(source, state.extensions)
    if (extension === null) return null
    const { on, days, reason, approver, approvedBy } = extension
    const before: BundleCase = { ...state, clockFacts: state.clockFacts.filter(({ kind }) => kind !== 'extension') }
    return {
      ...bundleFrame(state, source, on),
      // 42(2) speaks of licences that are handled jointly.
      licence: state.intake.joint,
      days,
      reason,
      approver,
      approvedBy,
      ...movedDue(before, state, source),
    }
  },
  proof_of_service: (state, source) => {
    const { handOver, intake } = state
    return {
      ...frameOf(source, { caseNo: state.caseNo, organ: intake.organ, on: handOver?.receivedOn ?? state.arrivedOn }),
      recipient: state.applicant.name,
      documents: intake.parts.map(({ item }) => ({ name: `${item.name}的办理结果`, no: null })),
      way: handOver === null ? null : '统一出件',
      address: null,
      receivedOn: handOver?.receivedOn ?? null,
      receiver: receiverOf(handOver?.proof ?? null),
      proof: proofText(handOver?.proof ?? null),
    }
  },
}

const bundleFrame = (state: BundleCase, source: LetterSource, on: PlainDate): FactsOf<typeof serviceFacts> => ({
  ...frameOf(source, { caseNo: state.caseNo, organ: state.intake.organ, on }),
  addressee: addresseeText(state.applicant),
  applicant: applicantText(state.applicant),
  representative: representativeText(state.representative),
  ...mandateFactsOf(state.representative),
  item: `“${themeOf(state.intake.name)}”一件事`,
  // Each matter has its own basis; the letter of the whole cites none.
  licence: false,
  basis: null,
  arrivedOn: state.arrivedOn,
  acceptedOn: state.clockStart,
})

/** A bundle may be named with or without 一件事, which the letters say themselves. */
const themeOf = (name: string): string => name.replace(/一件事$/u, '')
