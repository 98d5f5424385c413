import { anonymousApplicant } from '../../domain/case/applicant.ts'
import { parseCaseNo } from '../../domain/case/case-number.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { hidesApplicant } from '../../domain/case/hides-applicant.ts'
import { organOf, titleOf } from '../../domain/case/titles.ts'
import { type FoldedFields, type SearchFields, foldFields } from '../../domain/text/search-tokens.ts'

/** What of a case can be found. Of its number only device and running number (`W03-0012`): the whole is looked up directly. */
export const caseFields = (state: CaseState): SearchFields => {
  const { representative } = state
  // Whoever is kept confidential is found by nothing of his own.
  const applicant = hidesApplicant(state) ? anonymousApplicant() : state.applicant
  return {
    texts: present([
      titleOf(state),
      organOf(state),
      applicant.address,
      shortNo(state.caseNo),
      ...(state.merged ?? []).map(({ aliasNo }) => shortNo(aliasNo)),
      documentNoOf(state),
      askedItemOf(state),
    ]),
    names: present([applicant.name, applicant.contactName, representative?.name]),
    idNumbers: present([applicant.idNumber, applicant.contactIdNumber, representative?.idNumber]),
    phones: present([applicant.phone, representative?.phone]),
  }
}

export const foldedCaseFields = (state: CaseState): FoldedFields => foldFields(caseFields(state))

/** What a word of the query is looked for in; line by line, so that no hit reaches over two fields. */
export const haystackOf = ({ texts, names }: FoldedFields): string =>
  [...new Set([...texts, ...names.map(({ folded }) => folded), ...names.map(({ compact }) => compact)])].join('\n')

/** The same of the state itself. */
export const haystackOfCase = (state: CaseState): string => haystackOf(foldedCaseFields(state))

/** Whether two states of a case are found by the same: of most acts they are, and nothing has to be folded again. */
export const isFoundAlike = (one: CaseState, other: CaseState): boolean => {
  const [left, right] = [caseFields(one), caseFields(other)]
  return (['texts', 'names', 'idNumbers', 'phones'] as const).every(
    (name) => left[name].length === right[name].length && left[name].every((text, at) => text === right[name][at]),
  )
}

const shortNo = (caseNo: string): string | null => {
  const parts = parseCaseNo(caseNo)
  return parts === undefined ? null : caseNo.slice(caseNo.indexOf(parts.deviceNo, 16))
}

const documentNoOf = (state: CaseState): string | null => (state.kind === 'disclosure' ? state.intake.documentNo : null)

/** A question is found by the item that it is about, whose name its own words need not hold. */
const askedItemOf = (state: CaseState): string | null =>
  state.kind === 'consultation' ? (state.intake.item?.name ?? null) : null

const present = (texts: readonly (string | null | undefined)[]): string[] =>
  texts.filter((text): text is string => text !== null && text !== undefined && text !== '')
