import { drawCases } from '../../supervision/draw-cases.ts'
import { signedIn } from '../base.ts'
import { tellRun } from '../run.ts'

export const drawSampleOf = signedIn.supervision.sample.handler(({ context, input }) =>
  tellRun(drawCases(context.services, input)),
)
