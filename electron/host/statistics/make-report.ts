import type { RunProgress } from '../../../contract/queries/run.ts'
import type { MadeReport, ReportRequest } from '../../../contract/queries/statistics.ts'
import { caseKinds } from '../../../domain/case/case-state.ts'
import { centerReport } from '../../../domain/report/center.ts'
import { centerShares } from '../../../domain/report/center-shares.ts'
import { registerReport } from '../../../domain/record/register/register-report.ts'
import type { RegisterEntry } from '../../../domain/record/register/register-record.ts'
import { settingsOn } from '../../../domain/settings/settings-on.ts'
import { daysOf } from '../../../domain/supervision/assessment/quarter-facts.ts'
import { centerDocument } from '../reports/center-document.ts'
import type { ReportDocument } from '../reports/document.ts'
import { casesInSlices } from '../reports/in-slices.ts'
import { quarterDocument } from '../reports/quarter-document.ts'
import { annualKinds, gatherAnnual } from '../reports/read-annual-source.ts'
import { gatherQuarter } from '../reports/read-quarter.ts'
import { registerDocument } from '../reports/register-document.ts'
import { registerWords } from '../../../contract/words/register-words.ts'
import { toMutable } from '../mutable.ts'
import type { Services } from '../services.ts'
import { madeAnnual } from './made-annual.ts'
import { gatherCenter } from './gather-center.ts'

type Deps = Pick<Services, 'store' | 'today' | 'now'>

/** An official report, made a slice of cases at a time. */
export async function* makeReport(deps: Deps, request: ReportRequest): AsyncGenerator<RunProgress, MadeReport> {
  const { store, now } = deps
  const center = store.read.reference.findCenter()?.name ?? ''
  switch (request.kind) {
    case 'annual': {
      const gathered = gatherAnnual(store)
      yield* casesInSlices(store, { kinds: annualKinds, now }, gathered.take)
      return madeAnnual(gathered.source(), request.year, store.read.annualTexts.find(request.year))
    }
    case 'quarter': {
      const { year, quarter } = request
      const rules = settingsOn(store.settings, 'assessment', daysOf({ year, quarter }).first)
      const gathered = gatherQuarter(store, { year, quarter }, rules)
      yield* casesInSlices(store, { kinds: caseKinds, now }, gathered.take)
      return plain(quarterDocument(gathered.assessed(), { year, quarter }, center))
    }
    case 'register': {
      const { register, from, to, by } = request
      const entries: RegisterEntry[] = []
      store.read.records.each('register', (state) => {
        if (state.kind === 'register' && state.register === register) entries.push(state)
      })
      return plain(registerDocument(registerReport(register, entries, from, to, by), registerWords[register], center))
    }
    case 'center': {
      const { facts, incomplete } = yield* gatherCenter(deps)
      const report = centerReport(facts, request.from, request.to)
      return plain(centerDocument(report, centerShares(report), center), incomplete)
    }
  }
}

const plain = (document: ReportDocument, incomplete = 0): MadeReport => ({
  document: toMutable(document),
  invariants: null,
  balances: [],
  withYearBefore: false,
  addsUp: null,
  incomplete,
})
