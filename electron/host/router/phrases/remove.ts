import { organOfStaff } from '../../queries/organ-of-staff.ts'
import { signedIn } from '../base.ts'

export const removePhrase = signedIn.phrases.remove.handler(({ context: { services, user }, input }) => {
  services.store.transact((writer) => writer.phrases.remove(input.id, user.id, organOfStaff(services, user.id)))
  return {}
})
