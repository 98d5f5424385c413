import { carriedRow, waitingCases } from '../../queries/carried-cases.ts'
import { signedIn } from '../base.ts'

export const listWaiting = signedIn.agency.waiting.handler(({ context }) =>
  waitingCases(context.services.store).map(carriedRow),
)
