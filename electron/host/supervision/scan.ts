import type { Store } from '../../../db/store.ts'
import { organOf, titleOf } from '../../../domain/case/titles.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { type ColumnUpdate, columnUpdates } from '../../../domain/record/publication/freshness.ts'
import {
  type EnforcementUpdate,
  enforcementPublications,
} from '../../../domain/record/publication/monthly-enforcement.ts'
import { recordModuleOf } from '../../../domain/record/modules.ts'
import { supervisionRules } from '../../../domain/settings/supervision-rules.ts'
import { factsOfCase } from '../../../domain/supervision/facts/case-facts.ts'
import { columnFacts, monthlyFacts } from '../../../domain/supervision/facts/column-facts.ts'
import { factsOfRecord } from '../../../domain/supervision/facts/record-facts.ts'
import type { RecordKind } from '../../../domain/record/record-state.ts'
import type { SignalLevel } from '../../../domain/supervision/rule.ts'
import { type Signal, signalsOf } from '../../../domain/supervision/signals.ts'
import { eachCase } from '../reports/each-case.ts'

/** A signal with what a person needs to know which matter it is about. */
export interface FoundSignal {
  readonly signal: Signal
  /** Null = about a record, a column of the catalogue or an organ. */
  readonly caseNo: string | null
  /** Null = about a case, a column of the catalogue or an organ. */
  readonly record: RecordKind | null
  readonly title: string
  readonly organ: string | null
  /** A card was issued for it. */
  readonly carded: boolean
}

const kinds = ['service', 'disclosure', 'consultation', 'complaint'] as const
const watched = ['task', 'handover', 'publication', 'register'] as const

/** Every signal that lasts on `asOf` in what is open, the gravest first. Reads the whole store; nothing is written. */
export const scanSignals = (store: Store, asOf: PlainDate): readonly FoundSignal[] => {
  const found: FoundSignal[] = []
  const { read, calendar } = store
  const rules = supervisionRules(store.settings)
  const isCarded = (id: string): boolean => read.records.findByKey('task', `card:${id}`) !== null
  for (const { state } of eachCase(read.cases, kinds)) {
    for (const signal of signalsOf(factsOfCase(state, calendar), asOf, rules, calendar))
      if (state.closedOn === null || isCarded(signal.id))
        found.push({
          signal,
          caseNo: state.caseNo,
          record: null,
          title: titleOf(state),
          organ: organOf(state),
          carded: isCarded(signal.id),
        })
  }
  const updates: ColumnUpdate[] = []
  const results: EnforcementUpdate[] = []
  for (const kind of watched) {
    read.records.each(kind, (state) => {
      if (state.kind === 'publication') {
        updates.push(...columnUpdates([state]))
        results.push(...enforcementPublications([], [state]))
      }
      if (state.kind === 'register') results.push(...enforcementPublications([state], []))
      const { title, organ } = recordModuleOf(state.kind).head(state, calendar)
      for (const signal of signalsOf(factsOfRecord(state, calendar), asOf, rules, calendar))
        found.push({ signal, caseNo: null, record: kind, title, organ, carded: isCarded(signal.id) })
    })
  }
  for (const { facts, title, organ } of [...columnFacts(updates, asOf, calendar), ...monthlyFacts(results, asOf)])
    for (const signal of signalsOf(facts, asOf, rules, calendar))
      found.push({ signal, caseNo: null, record: null, title, organ, carded: isCarded(signal.id) })
  return found.sort((a, b) => gravity[b.signal.level] - gravity[a.signal.level])
}

const gravity: Readonly<Record<SignalLevel, number>> = { notice: 0, warning: 1, yellow: 2, red: 3 }
