import type { Applicant, Representative } from '../../../domain/case/applicant.ts'
import type { CaseOperation } from '../../../domain/case/case-operation.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import type { DisclosureIntake } from '../../../domain/disclosure/disclosure-intake.ts'
import { maskIdNumber, maskPhone } from '../../../domain/identity/mask.ts'
import type { ServiceIntake } from '../../../domain/service/service-intake.ts'
import { maskApplicant, maskRepresentative } from './mask-applicant.ts'

/** A case as its page shows it: every copy of a person's data masked. */
export const maskCase = (state: CaseState): CaseState => {
  const masked = withParties(state, maskApplicant, maskRepresentative)
  return masked.kind === 'service' ? masked : { ...masked, intake: maskIntake(masked.intake) }
}

/**
 * An operation of a case as its timeline shows it. What opened the case carries the parties; elsewhere numbers and telephones of people are
 * found by the names of their fields.
 */
export const maskOperation = (operation: CaseOperation): CaseOperation => {
  const { data } = operation
  const masked = { ...(maskFields(data) as object), ...('intake' in data ? { intake: maskIntake(data.intake) } : {}) }
  // Masking keeps every field and its type.
  return { ...operation, data: masked } as CaseOperation
}

const personal: Readonly<Record<string, (text: string) => string>> = {
  idNumber: maskIdNumber,
  contactIdNumber: maskIdNumber,
  phone: maskPhone,
}

/** The same value with every text under a personal name masked, at any depth. */
const maskFields = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(maskFields)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => {
      const mask = personal[name]
      return [name, mask !== undefined && typeof inner === 'string' ? mask(inner) : maskFields(inner)]
    }),
  )
}

const maskIntake = <I extends ServiceIntake | DisclosureIntake>(intake: I): I => ({
  ...intake,
  applicant: maskApplicant(intake.applicant),
  representative: intake.representative === null ? null : maskRepresentative(intake.representative),
  ...('supplyAddress' in intake && intake.supplyAddress !== null
    ? { supplyAddress: maskPhone(intake.supplyAddress) }
    : {}),
})

/** A case as letters show it: people by name and address, since they are addressed, but no letter carries a whole number of a person. */
export const maskCaseForLetter = (state: CaseState): CaseState =>
  withParties(
    state,
    (applicant) => {
      const { idNumber, phone, contactIdNumber } = maskApplicant(applicant)
      return { ...applicant, idNumber, phone, contactIdNumber }
    },
    (representative) => {
      const { idNumber, phone } = maskRepresentative(representative)
      return { ...representative, idNumber, phone }
    },
  )

/** The parties stand in the state and once more in the intake. */
const withParties = (
  state: CaseState,
  maskOne: (applicant: Applicant) => Applicant,
  maskOther: (representative: Representative) => Representative,
): CaseState => {
  const applicant = maskOne(state.applicant)
  const representative = state.representative === null ? null : maskOther(state.representative)
  return state.kind === 'service'
    ? { ...state, applicant, representative, intake: { ...state.intake, applicant, representative } }
    : { ...state, applicant, representative, intake: { ...state.intake, applicant, representative } }
}
