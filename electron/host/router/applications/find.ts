import { signedIn } from '../base.ts'

export const findPreApplication = signedIn.preApplications.find.handler(({ context, input }) =>
  context.services.store.read.applications.find(input.preNo),
)
