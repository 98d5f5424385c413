import { enrol } from '../sync/enrol.ts'
import { refusalToError } from './api-error.ts'
import { api } from './context.ts'

export const syncEnrol = api.sync.enrol.handler(async ({ input, context }) => {
  const enrolled = await enrol({ db: context.db, epoch: context.identity.epoch }, input)
  if (!enrolled.ok) throw refusalToError(enrolled.error)
  context.log('info', 'device enrolled', { device: enrolled.value.device, center: enrolled.value.center.code })
  return enrolled.value
})
