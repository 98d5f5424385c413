import type { CaseRow } from '../../../contract/queries/cases.ts'
import type { PersonFound } from '../../../contract/queries/people.ts'
import type { StoreReader } from '../../../db/store.ts'
import { maskRow } from './case-list.ts'
import { maskApplicant } from './mask-applicant.ts'

/** Lines of a list that narrows while it is typed. */
const maxOffered = 4

/** Who applied here and is named so or has this number, masked as lists are. */
export const findPeople = (read: StoreReader, text: string): readonly PersonFound[] =>
  read.cases.findPeople(text, maxOffered).map(({ caseId, applicant, cases, more }) => {
    const { name, idNumber } = maskApplicant(applicant)
    return { caseId, name, idNumber, cases, more }
  })

export const casesOfPerson = (read: StoreReader, caseId: string): readonly CaseRow[] =>
  read.cases.casesOfPerson(caseId).map(maskRow)
