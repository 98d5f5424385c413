import type { SaveRegisterInput } from '../../../contract/queries/disclosure.ts'
import type { RunProgress } from '../../../contract/queries/run.ts'
import type { SaveResult } from '../../../contract/queries/statistics.ts'
import type { DisclosureCase } from '../../../domain/disclosure/disclosure-state.ts'
import { foldForSearch } from '../../../domain/text/fold.ts'
import { casesInSlices } from '../reports/in-slices.ts'
import { saveDocument } from '../reports/save-document.ts'
import type { Services } from '../services.ts'
import { deskLine } from './desk-line.ts'
import { registerDocument } from './register-document.ts'

/** 依申请公开登记台账: one line a request, in order of receipt, people masked as on the screen. */
export async function* writeRegister(
  { store, today, now }: Pick<Services, 'store' | 'today' | 'now'>,
  { year, text, statuses, openOnly, folder }: SaveRegisterInput,
): AsyncGenerator<RunProgress, SaveResult> {
  const asOf = today()
  const wanted = foldForSearch(text.trim())
  const isIn = (state: DisclosureCase): boolean =>
    (year === null || state.arrivedOn.startsWith(String(year))) &&
    (statuses.length === 0 || statuses.includes(state.status)) &&
    (!openOnly || state.closedOn === null) &&
    (wanted === '' ||
      foldForSearch([state.caseNo, state.applicant.name, state.intake.subject, state.intake.organ].join('\n')).includes(
        wanted,
      ))
  const rows: { readonly state: DisclosureCase; readonly line: ReturnType<typeof deskLine> }[] = []
  yield* casesInSlices(store, { kinds: ['disclosure'], now }, ({ state, sync }) => {
    if (state.kind === 'disclosure' && isIn(state))
      rows.push({ state, line: deskLine({ state, sync }, asOf, store.calendar) })
  })
  rows.sort((a, b) => (a.state.arrivedOn < b.state.arrivedOn ? -1 : a.state.arrivedOn > b.state.arrivedOn ? 1 : 0))
  const center = store.read.reference.findCenter()?.name ?? ''
  return saveDocument(registerDocument(rows, { year, center }), folder)
}
