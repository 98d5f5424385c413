import { signedIn } from '../base.ts'

export const getConflict = signedIn.sync.conflict.handler(({ context, input }) => {
  const { user, session, services } = context
  return services.conflicts.view(input.op, { staffId: user.id, role: user.role, session })
})
