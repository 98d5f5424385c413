import type { CaseList, CaseListInput, CaseRow } from '../../../contract/queries/cases.ts'
import type { UnmaskedRow } from '../../../db/cases/list-rows.ts'
import type { StoreReader } from '../../../db/store.ts'
import { maskName } from '../../../domain/identity/mask.ts'

/** A page of the list, persons masked by what their rows say: no case is read for it. */
export const caseList = (read: StoreReader, input: CaseListInput): CaseList => {
  const { rows, next, total, more } = read.cases.list(input)
  return { rows: rows.map(maskRow), next, total, more }
}

const maskRow = ({ applicantPerson, ...row }: UnmaskedRow): CaseRow =>
  applicantPerson ? { ...row, applicant: maskName(row.applicant) } : row
