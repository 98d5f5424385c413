import type { CaseListInput, CaseRow } from '../../../contract/queries/cases.ts'
import type { CasePage } from '../../../db/cases/reader.ts'
import { hidesApplicant } from '../../../domain/case/hides-applicant.ts'
import type { StoreReader } from '../../../db/store.ts'
import { maskName } from '../../../domain/identity/mask.ts'
import { maskedName } from './mask-applicant.ts'

/** A page of the list, persons masked. */
export const caseList = (read: StoreReader, input: CaseListInput): CasePage => {
  const page = read.cases.list(input)
  return { ...page, rows: page.rows.map((row) => maskRow(read, row)) }
}

/** The row does not say whether its applicant is a person, so the case is asked; one that cannot be read counts as one. */
const maskRow = (read: StoreReader, row: CaseRow): CaseRow => {
  const state = read.cases.find(row.id)?.state
  if (state !== undefined && hidesApplicant(state)) return { ...row, applicant: '' }
  const applicant = state?.applicant
  return { ...row, applicant: applicant === undefined ? maskName(row.applicant) : maskedName(applicant) }
}
