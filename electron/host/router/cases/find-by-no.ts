import { signedIn } from '../base.ts'

export const findCaseByNo = signedIn.cases.findByNo.handler(({ context, input }) =>
  context.services.store.read.cases.findIdByNo(input.caseNo),
)
