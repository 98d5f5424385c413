import { type Applicant, type Representative, anonymousApplicant } from '../../../domain/case/applicant.ts'
import type { CaseOperation } from '../../../domain/case/case-operation.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import { hidesApplicant } from '../../../domain/case/hides-applicant.ts'
import type { SoftField } from '../../../domain/case/soft-fields.ts'
import { maskName, maskPhone } from '../../../domain/identity/mask.ts'
import { maskFields, maskNumbers } from './mask-fields.ts'
import { maskAddress, maskApplicant, maskRepresentative } from './mask-applicant.ts'

/** A case as its page shows it: every copy of a person's data masked, and of whoever is kept confidential nothing left. */
export const maskCase = (state: CaseState): CaseState => {
  const maskOne = hidesApplicant(state) ? () => anonymousApplicant() : maskApplicant
  const masked = withSoft(withParties(state, maskOne, maskRepresentative), maskOne)
  return masked.kind === 'disclosure'
    ? { ...masked, intake: maskIntake(masked.intake, false), deliveries: maskFields(masked.deliveries) }
    : withReceivers(masked, maskFields)
}

/**
 * An operation of a case as its timeline shows it. What opened the case carries the parties; elsewhere numbers and telephones of people are
 * found by the names of their fields. `hidden` = the applicant is kept confidential.
 */
export const maskOperation = (operation: CaseOperation, hidden = false): CaseOperation => {
  const { data } = operation
  const masked = {
    ...maskFields(data),
    ...(operation.kind === 'case.set_contact' ? maskSoft(operation.data) : {}),
    ...('intake' in data ? { intake: maskIntake(data.intake, hidden) } : {}),
    // A row of an old register names its applicant beside the request.
    ...('request' in data && data.request.named && data.request.category === 'natural'
      ? { name: maskName(data.name) }
      : {}),
  }
  // Masking keeps every field and its type.
  return { ...operation, data: masked } as CaseOperation
}

const maskIntake = <I extends CaseState['intake']>(intake: I, hidden: boolean): I => ({
  ...intake,
  applicant: hidden ? anonymousApplicant() : maskApplicant(intake.applicant),
  ...('representative' in intake && intake.representative !== null
    ? { representative: maskRepresentative(intake.representative) }
    : {}),
  // An e-mail address or a fax number of the person.
  ...('supplyAddress' in intake && intake.supplyAddress !== null
    ? { supplyAddress: maskPhone(intake.supplyAddress) }
    : {}),
})

/** Values that the applicant's fields have had, as the field itself is masked; a remark is no datum of a person and stays. */
const withSoft = (state: CaseState, maskOne: (applicant: Applicant) => Applicant): CaseState => {
  if (state.soft === undefined) return state
  const maskValue = (field: SoftField, value: string | null): string | null =>
    field === 'remark' || field === 'village' ? value : maskOne({ ...state.applicant, [field]: value })[field]
  return {
    ...state,
    soft: state.soft.map((entry) => ({
      ...entry,
      value: maskValue(entry.field, entry.value),
      was: maskValue(entry.field, entry.was),
    })),
  }
}

/** A value that an operation gives to a field of a person. */
const maskSoft = ({ field, value, was }: { field: SoftField; value: string | null; was: string | null }) => {
  const mask = (text: string | null): string | null =>
    text === null || field === 'remark' || field === 'village'
      ? text
      : field === 'phone'
        ? maskPhone(text)
        : field === 'address'
          ? maskAddress(text)
          : maskName(text)
  return { value: mask(value), was: mask(was) }
}

/** A case as letters show it: people by name and address, since they are addressed, but no letter carries a whole number of a person. */
export const maskCaseForLetter = (state: CaseState): CaseState =>
  withParties(
    withReceivers(withoutSoft(state), maskNumbers),
    (applicant) => {
      const { idNumber, phone, contactIdNumber } = maskApplicant(applicant)
      return { ...applicant, idNumber, phone, contactIdNumber }
    },
    (representative) => {
      const { idNumber, phone } = maskRepresentative(representative)
      return { ...representative, idNumber, phone }
    },
  )

/** No letter tells what a field said before. */
const withoutSoft = ({ soft: _soft, ...state }: CaseState): CaseState => state

/** Other people of a service request: who received the result, who asked for a hearing. */
const withReceivers = (state: CaseState, mask: <T>(value: T) => T): CaseState => {
  if (state.kind === 'service') return { ...state, delivery: mask(state.delivery), hearing: mask(state.hearing) }
  return state.kind === 'bundle' ? { ...state, handOver: mask(state.handOver) } : state
}

/** The parties stand in the state and once more in the intake. */
const withParties = (
  state: CaseState,
  maskOne: (applicant: Applicant) => Applicant,
  maskOther: (representative: Representative) => Representative,
): CaseState => {
  const applicant = maskOne(state.applicant)
  const representative = state.representative === null ? null : maskOther(state.representative)
  switch (state.kind) {
    case 'bundle':
      return { ...state, applicant, representative, intake: { ...state.intake, applicant, representative } }
    case 'service':
      return { ...state, applicant, representative, intake: { ...state.intake, applicant, representative } }
    case 'disclosure':
      return { ...state, applicant, representative, intake: { ...state.intake, applicant, representative } }
    case 'consultation':
      return { ...state, applicant, representative, intake: { ...state.intake, applicant } }
    case 'complaint':
      return { ...state, applicant, representative, intake: { ...state.intake, applicant } }
  }
}
