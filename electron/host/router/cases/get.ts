import { maskCase } from '../../queries/mask-case.ts'
import { timelineOf } from '../../queries/timeline.ts'
import { signedIn } from '../base.ts'

export const getCase = signedIn.cases.get.handler(({ context, input }) => {
  const { store, today } = context.services
  const found = store.read.cases.find(input.id)
  if (found === null) return null
  const { state, deviceNo, sync } = found
  return { state: maskCase(state), deviceNo, sync, timeline: [...timelineOf(store.read, input.id)], today: today() }
})
