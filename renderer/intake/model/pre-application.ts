import type { PreApplication } from '../../../contract/pre-application.ts'
import { checkIdNumber } from '../../../domain/identity/check-id-number.ts'
import type { ServiceItem } from '../../../domain/service/service-item.ts'
import { editForm } from './form-edits.ts'
import type { IntakeForm } from './form-model.ts'
import { acceptKnown } from './known-applicant.ts'

/** What may be the number of an application: item names are no numbers, and shorter ones are typed on the way to something else. */
export const maybePreNo = (text: string): string | null => {
  const typed = text.trim()
  return /\p{N}/u.test(typed) && typed.length >= 4 && typed.length <= 80 ? typed : null
}

/**
 * OPN-15: what was filled in elsewhere is in the form, with the number by which the center knows that it is one application. Nothing that was typed is
 * written over; kind and type of number come along only where nobody was typed.
 */
export const takeApplication = (
  form: IntakeForm,
  item: ServiceItem,
  { preNo, applicant }: PreApplication,
): IntakeForm => {
  const chosen = editForm(form, { type: 'chooseItem', item })
  const nobody = chosen.applicant.name === '' && chosen.applicant.idNumber === ''
  const shaped = nobody
    ? { ...chosen, applicant: { ...chosen.applicant, kind: applicant.kind, idType: shownType(applicant) } }
    : chosen
  const filled = acceptKnown(
    shaped,
    { applicant: { ...noMore, ...applicant }, cases: 0, lastOn: '', lastTitle: '' },
    'blanks',
  )
  return { ...filled, preNo }
}

/** Null where the number tells by itself what it is. */
const shownType = ({ idType, idNumber }: PreApplication['applicant']) => {
  const check = checkIdNumber(idNumber)
  return check.valid && check.kind === idType ? null : idType
}

const noMore = { reportCategory: null, idException: null, postcode: null, contactIdNumber: null } as const
