import type { Store } from '../../../../db/store.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import { caseClocks } from '../../../../domain/case/clocks.ts'
import { titleOf } from '../../../../domain/case/titles.ts'
import { flagsOf } from '../../../../domain/case/flags.ts'
import { legalTimeState } from '../../../../domain/clock/legal-time-state.ts'
import { settingsOn } from '../../../../domain/settings/settings-on.ts'
import { visibleRating } from '../../../../domain/rating/rating.ts'
import { filesInView } from '../../blobs/files-in-view.ts'
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
    ...aliasFiles(store, state),
    links: state.links.map(({ kind, caseId }) => ({ kind, id: caseId, found: linkedCase(store, caseId) })),
    today: today(),
  }
})

/** What entries that became its aliases had with them (ATT-19). */
const aliasFiles = (store: Store, state: CaseState) => {
  const files = filesInView((id) => store.read.cases.find(id)?.state ?? null, state)
  const others = files.filter(({ caseNo }) => caseNo !== state.caseNo)
  return others.length === 0 ? {} : { aliasFiles: toMutable(others) }
}

/** Enough of it to know which one it is. */
const linkedCase = (store: Store, id: string) => {
  const found = store.read.cases.find(id)
  if (found === null) return null
  const { state } = found
  return { caseNo: state.caseNo, title: titleOf(state), status: state.status }
}
