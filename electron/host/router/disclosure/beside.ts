import { readBeside } from '../../disclosure/read-beside.ts'
import { signedIn } from '../base.ts'
import { tellRun } from '../run.ts'

export const besideRequest = signedIn.disclosure.beside.handler(({ context, input }) =>
  tellRun(readBeside(context.services, input.caseId)),
)
