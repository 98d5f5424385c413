import { draftLetter } from '../../queries/draft-letter.ts'
import { signedIn } from '../base.ts'

export const draftLetterOf = signedIn.letters.draft.handler(({ context, input }) =>
  draftLetter(context.services, context.user, { staffId: context.user.id, role: context.user.role }, input),
)
