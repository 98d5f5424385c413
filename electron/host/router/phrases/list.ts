import { organOfStaff } from '../../queries/organ-of-staff.ts'
import { toMutable } from '../../mutable.ts'
import { signedIn } from '../base.ts'

export const listPhrases = signedIn.phrases.list.handler(({ context: { services, user } }) => {
  const organ = organOfStaff(services, user.id)
  return toMutable({ phrases: services.store.read.phrases.list(user.id, organ), organ })
})
