import { readDesk } from '../../disclosure/read-desk.ts'
import { signedIn } from '../base.ts'
import { tellRun } from '../run.ts'

export const getDisclosureDesk = signedIn.disclosure.desk.handler(({ context }) => tellRun(readDesk(context.services)))
