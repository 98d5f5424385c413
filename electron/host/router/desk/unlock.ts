import { ok } from '../../../../domain/result.ts'
import { deskView } from '../../queries/desk-view.ts'
import { anybody } from '../base.ts'

export const unlock = anybody.desk.unlock.handler(async ({ context, input }) => {
  const unlocked = await context.services.session.unlock(input.password)
  return unlocked.ok ? ok(deskView(context.services)) : unlocked
})
