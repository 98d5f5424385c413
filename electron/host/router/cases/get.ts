import { caseClocks } from '../../../../domain/case/clocks.ts'
import { flagsOf } from '../../../../domain/case/flags.ts'
import { legalTimeState } from '../../../../domain/clock/legal-time-state.ts'
import { settingsOn } from '../../../../domain/settings/settings-on.ts'
import { visibleRating } from '../../../../domain/rating/rating.ts'
import { toMutable } from '../../mutable.ts'
import { maskCase } from '../../queries/mask-case.ts'
import { timelineOf } from '../../queries/timeline.ts'
import { signedIn } from '../base.ts'

export const getCase = signedIn.cases.get.handler(({ context, input }) => {
  const { store, today } = context.services
  const found = store.read.cases.find(input.id)
  if (found === null) return null
  const { state, deviceNo, sync } = found
  const flags = flagsOf(state, {
    legalTime: legalTimeState(
      caseClocks(state, store.calendar),
      today(),
      settingsOn(store.settings, 'supervision', today()),
    ),
    conflict: sync === 'conflict',
    numberShared: store.read.cases.isNumberShared(state.applicant),
  })
  const { role } = context.user
  const timeline = [...timelineOf(store.read, input.id, role)]
  return {
    // The rating is sealed from whoever serves the resident; what the viewer may see of it stands beside.
    state: { ...maskCase(state), rating: null },
    rating: state.rating === null ? null : toMutable(visibleRating(role, state.rating)),
    deviceNo,
    sync,
    timeline,
    flags: [...flags],
    today: today(),
  }
})
