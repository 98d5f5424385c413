import { toMutable } from '../../mutable.ts'
import { ownParticulars } from '../../queries/own-particulars.ts'
import { signedIn } from '../base.ts'

export const ownParticularsOf = signedIn.agency.own.handler(({ context }) =>
  toMutable(ownParticulars(context.services.store.read, context.user)),
)
