import type { OwnParticulars } from '../../../../contract/queries/agency.ts'
import { daysBetween, plainDate, type PlainDate } from '../../../../domain/plain-date.ts'
import { newAgency } from '../../../intake/model/agency-fields.ts'
import { emptyForm, type IntakeForm } from '../../../intake/model/form-model.ts'

export interface ErrandStart {
  readonly caseId: string
  readonly mandateId: string
  readonly today: PlainDate
  /** The agent, as he is known here. */
  readonly name: string
  readonly own: OwnParticulars | null
  /** The one village of the point; null = it has several, or none is told. */
  readonly village: string | null
  /** The authority in words, and what is written for it. */
  readonly authority: string
}

/** A mandate that ends within so many days would end in the middle of most errands. */
const shortTerm = 60

/** Last day of the year, or of the next where this one is nearly over. The resident may say otherwise. */
export const usualTermEnd = (today: PlainDate): PlainDate => {
  const year = Number(today.slice(0, 4))
  const end = plainDate(`${year}-12-31`)
  return daysBetween(today, end) >= shortTerm ? end : plainDate(`${year + 1}-12-31`)
}

/** AGY-20: a new errand. Of the agent all is there that he said before; of any resident nothing. */
export const newErrand = (start: ErrandStart): IntakeForm => {
  const { caseId, mandateId, today, name, own, village, authority } = start
  const form = emptyForm(caseId, today)
  return {
    ...form,
    applicant: { ...form.applicant, village: village ?? '' },
    represented: true,
    pickup: 'representative',
    representative: {
      ...form.representative,
      name,
      idNumber: own?.idNumber ?? '',
      phone: own?.phone ?? '',
      authority,
      validFrom: today,
      validUntil: usualTermEnd(today),
      agentRelation: 'village_agent',
      authorityKind: 'general',
      originalSeen: true,
    },
    agency: { ...newAgency(mandateId), agentId: own?.idScan?.blob ?? null },
  }
}
