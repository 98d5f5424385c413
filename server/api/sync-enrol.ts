import { enrol } from '../sync/enrol.ts'
import { hashEnrolCode } from '../sync/enrol-code.ts'
import { refusalToError } from './api-error.ts'
import { api } from './context.ts'

export const syncEnrol = api.sync.enrol.handler(async ({ input, context }) => {
  const db = await context.directory.ofEnrolCode(hashEnrolCode(input.code))
  const enrolled = await enrol(db, input)
  if (!enrolled.ok) throw refusalToError(enrolled.error)
  context.log('info', 'device enrolled', { device: enrolled.value.device, center: enrolled.value.center.code })
  return enrolled.value
})
