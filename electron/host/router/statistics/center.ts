import { readCenterYear } from '../../statistics/read-center-year.ts'
import { signedIn } from '../base.ts'
import { tellRun } from '../run.ts'

export const centerYear = signedIn.statistics.center.handler(({ context, input }) =>
  tellRun(readCenterYear(context.services, input.year)),
)
