import { writeRegister } from '../../disclosure/write-register.ts'
import { signedIn } from '../base.ts'
import { tellRun } from '../run.ts'

export const saveDisclosureRegister = signedIn.disclosure.save.handler(({ context, input }) =>
  tellRun(writeRegister(context.services, input)),
)
