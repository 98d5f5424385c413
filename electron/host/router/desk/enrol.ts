import { ok } from '../../../../domain/result.ts'
import { deskView } from '../../queries/desk-view.ts'
import { anybody } from '../base.ts'

export const enrol = anybody.desk.enrol.handler(async ({ context, input }) => {
  const enrolled = await context.services.sync.enrol(input)
  return enrolled.ok ? ok(deskView(context.services)) : enrolled
})
