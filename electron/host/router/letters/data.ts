import { letterData } from '../../queries/letter-data.ts'
import { signedIn } from '../base.ts'

export const getLetterData = signedIn.letters.data.handler(({ context, input }) =>
  letterData(context.services, context.user, input),
)
