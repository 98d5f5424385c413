import { ORPCError } from '@orpc/server'
import { servesAtCounter } from '../../../../domain/rating/rating.ts'
import { signedIn } from '../base.ts'

/** Windows read the report; its words are for those who answer for it. */
export const saveAnnualTexts = signedIn.statistics.saveTexts.handler(({ context: { services, user }, input }) => {
  if (servesAtCounter(user.role)) throw new ORPCError('FORBIDDEN')
  services.store.transact((writer) => writer.annualTexts.save(input.year, input.texts, services.now()))
  return {}
})
