import { knownApplicants } from '../../queries/known-applicants.ts'
import { signedIn } from '../base.ts'
import { toMutable } from '../../mutable.ts'

export const listKnownApplicants = signedIn.applicants.known.handler(({ context, input }) =>
  toMutable(knownApplicants(context.services.store.read, input)),
)
