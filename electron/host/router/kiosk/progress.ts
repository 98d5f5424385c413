import { lookUpProgress } from '../../kiosk/look-up-progress.ts'
import { toMutable } from '../../mutable.ts'
import { onTerminal } from '../base.ts'

export const getProgress = onTerminal.kiosk.progress.handler(({ context: { services }, input }) =>
  toMutable(lookUpProgress(services, input)),
)
