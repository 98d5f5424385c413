import { ok } from '../../../../domain/result.ts'
import { deskView } from '../../queries/desk-view.ts'
import { anybody } from '../base.ts'

export const signIn = anybody.desk.signIn.handler(async ({ context, input }) => {
  const signedIn = await context.services.session.signIn(input)
  return signedIn.ok ? ok(deskView(context.services)) : signedIn
})
