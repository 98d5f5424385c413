import type { Store } from '../../../db/store.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
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

/** Kinds of case that supervision looks at; a bundle's parts are looked at by themselves. */
export const watchedCases = ['service', 'disclosure', 'consultation', 'complaint'] as const
const watchedRecords = ['task', 'handover', 'publication', 'register'] as const

/** Every signal that lasts on `asOf` in what is open, the gravest first. Reads the whole store; nothing is written. */
export const scanSignals = (store: Store, asOf: PlainDate): readonly FoundSignal[] => {
  const found: FoundSignal[] = []
  for (const { state } of eachCase(store.read.cases, watchedCases)) found.push(...signalsOfCase(store, state, asOf))
  return gravestFirst([...found, ...signalsOfRecords(store, asOf)])
}

/** Of a closed case only what a card was issued for. */
export const signalsOfCase = (store: Store, state: CaseState, asOf: PlainDate): readonly FoundSignal[] => {
  const { calendar } = store
  return signalsOf(factsOfCase(state, calendar), asOf, supervisionRules(store.settings), calendar).flatMap((signal) => {
    const carded = isCarded(store, signal)
    if (state.closedOn !== null && !carded) return []
    return [{ signal, caseNo: state.caseNo, record: null, title: titleOf(state), organ: organOf(state), carded }]
  })
}

/** Of tasks, hand-overs, the catalogue and the registers, and of what organs owe as a whole. */
export const signalsOfRecords = (store: Store, asOf: PlainDate): readonly FoundSignal[] => {
  const found: FoundSignal[] = []
  const { read, calendar } = store
  const rules = supervisionRules(store.settings)
  const updates: ColumnUpdate[] = []
  const results: EnforcementUpdate[] = []
  for (const kind of watchedRecords) {
    read.records.each(kind, (state) => {
      if (state.kind === 'publication') {
        updates.push(...columnUpdates([state]))
        results.push(...enforcementPublications([], [state]))
      }
      if (state.kind === 'register') results.push(...enforcementPublications([state], []))
      const { title, organ } = recordModuleOf(state.kind).head(state, calendar)
      for (const signal of signalsOf(factsOfRecord(state, calendar), asOf, rules, calendar))
        found.push({ signal, caseNo: null, record: kind, title, organ, carded: isCarded(store, signal) })
    })
  }
  for (const { facts, title, organ } of [...columnFacts(updates, asOf, calendar), ...monthlyFacts(results, asOf)])
    for (const signal of signalsOf(facts, asOf, rules, calendar))
      found.push({ signal, caseNo: null, record: null, title, organ, carded: isCarded(store, signal) })
  return found
}

export const gravestFirst = <T extends FoundSignal>(found: readonly T[]): readonly T[] =>
  [...found].sort((a, b) => gravity[b.signal.level] - gravity[a.signal.level])

const isCarded = ({ read }: Store, { id }: Signal): boolean => read.records.findByKey('task', `card:${id}`) !== null

const gravity: Readonly<Record<SignalLevel, number>> = { notice: 0, warning: 1, yellow: 2, red: 3 }
