import type { CaseState } from '../case/case-state.ts'
import { hidesApplicant } from '../case/hides-applicant.ts'
import type { Role } from '../case/role.ts'

/** Who hears complaints under the seal of confidence (CMP-17): their papers name whom nobody is to know. */
const keepers: readonly Role[] = ['supervisor', 'head', 'administrator']

/** A paper shows what pages mask. Of a confidential complaint only those open one who keep the confidence. */
export const mayOpenAttachments = (role: Role, state: CaseState): boolean =>
  !hidesApplicant(state) || keepers.includes(role)
