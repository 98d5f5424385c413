import { toMutable } from '../../mutable.ts'
import { signedIn } from '../base.ts'

export const caseChoicesOf = signedIn.cases.choices.handler(({ context }) =>
  toMutable(context.services.store.read.cases.choices()),
)
