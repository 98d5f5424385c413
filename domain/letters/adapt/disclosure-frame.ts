import { caseClocks, correctionNoticeDue } from '../../case/clocks.ts'
import { parseCaseNo } from '../../case/case-number.ts'
import type { DisclosureCase } from '../../disclosure/disclosure-state.ts'
import { regulationOn } from '../../disclosure/regulation.ts'
import { isPlainDate, type PlainDate } from '../../plain-date.ts'
import type { FactsOf } from '../fact-types.ts'
import type { disclosureFacts } from '../facts/disclosure-facts.ts'
import { type LetterSource, frameOf } from './letter-source.ts'
import { letterWords } from './letter-words.ts'
import {
  addresseeText,
  applicantText,
  contactText,
  idText,
  mandateFactsOf,
  reconsiderationOrganOf,
  representativeText,
} from './parties.ts'

/** What every letter about a disclosure request may name; `on` is the day it states. */
export const disclosureFrame = (
  state: DisclosureCase,
  source: LetterSource,
  on: PlainDate,
  lawOn: PlainDate = on,
): FactsOf<typeof disclosureFacts> => ({
  ...frameOf(source, { caseNo: state.caseNo, organ: state.intake.organ, on, lawOn }),
  addressee: addresseeText(state.applicant),
  applicant: applicantText(state.applicant),
  representative: representativeText(state.representative),
  ...mandateFactsOf(state.representative),
  receivedOn: state.clockStart,
  subject: state.intake.subject,
  documentNo: state.intake.documentNo,
  reconsiderationOrgan: reconsiderationOrganOf(state.intake.organ, source),
})

export const intakeFactsOf = ({ intake, applicant }: DisclosureCase) => ({
  channel: intake.channel,
  arrivedOn: intake.arrivedOn,
  category:
    applicant.reportCategory === null
      ? letterWords.applicantKind[applicant.kind]
      : letterWords.reportCategory[applicant.reportCategory],
  idText: idText(applicant),
  contact: contactText(applicant),
  supplyForm: letterWords.supplyForm[intake.supplyForm],
  supplyWay:
    intake.supplyAddress === null
      ? letterWords.supplyWay[intake.supplyWay]
      : `${letterWords.supplyWay[intake.supplyWay]}：${intake.supplyAddress}`,
  assistance: intake.assistance,
})

/** When the reply is due, and how it was counted. */
export const replyDueOf = (state: DisclosureCase, { calendar }: LetterSource) => {
  const { statutory } = caseClocks(state, calendar)
  const received = state.clockStart
  return {
    replyDue: statutory?.due ?? null,
    replyProvisional: statutory?.due !== null && (statutory?.provisional ?? false),
    replyDays: `${regulationOn(received ?? state.arrivedOn).replyDays} 个工作日`,
    correctionDue: received === null ? null : correctionNoticeDue(received, calendar),
  }
}

/** The day the case was registered is part of its number; the state keeps only legal dates. */
export const registeredOn = (state: DisclosureCase): PlainDate => {
  const day = parseCaseNo(state.caseNo)?.day ?? ''
  const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`
  return isPlainDate(date) ? date : state.arrivedOn
}
