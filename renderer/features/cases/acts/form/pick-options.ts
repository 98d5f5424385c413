import type { CaseState } from '../../../../../domain/case/case-state.ts'
import { isOpenConsultation } from '../../../../../domain/disclosure/consultation.ts'
import { i18n } from '../../../../i18n/setup.ts'
import type { PickSource } from './field-spec.ts'

export interface PickOption {
  readonly value: string
  readonly label: string
}

/** The things of a case that a field can name, as they stand; what no act can name any more is left out. */
export const pickOptions = (state: CaseState, from: PickSource): readonly PickOption[] => {
  switch (from) {
    case 'thirdParty':
      return state.kind === 'disclosure' ? state.thirdParties.map(named) : []
    case 'coProducer':
      return state.kind === 'disclosure' ? state.coProducers.filter(isOpenConsultation).map(named) : []
    case 'coordination':
      return state.kind === 'disclosure'
        ? state.coordination
            .filter(({ answer }) => answer === null)
            .map(({ n, organ }) => ({ value: String(n), label: organ }))
        : []
    case 'step':
      return state.kind === 'service' ? earlierSteps(state.steps) : []
    case 'consultation':
      return state.kind === 'service'
        ? state.consultations
            .filter(({ answer }) => answer === null)
            .map(({ n, organ }) => ({ value: String(n), label: organ }))
        : []
    case 'feeLine':
      return state.kind === 'service'
        ? (state.fee?.lines ?? []).map(({ item }, at) => ({ value: String(at + 1), label: item }))
        : []
    case 'clockFact':
      return state.clockFacts
        .filter(({ undone }) => !undone)
        .map((fact) => ({ value: String(fact.n), label: factText(fact) }))
    case 'validDocument':
      return documentsThat(state, (voided) => !voided)
    case 'voidDocument':
      return documentsThat(state, (voided) => voided)
    case 'part':
      return state.kind === 'bundle'
        ? state.intake.parts.map(({ caseId, item }) => ({ value: caseId, label: item.name }))
        : []
  }
}

const named = ({ n, name }: { readonly n: number; readonly name: string }): PickOption => ({
  value: String(n),
  label: name,
})

const earlierSteps = (
  runs: readonly { readonly step: number; readonly name: string | null; readonly organ: string }[],
) => {
  const open = runs.at(-1)?.step ?? 0
  const seen = new Map<number, PickOption>()
  for (const { step, name, organ } of runs)
    if (step < open)
      seen.set(step, { value: String(step), label: i18n.t('cases:acts.stepOption', { n: step, name: name ?? organ }) })
  return [...seen.values()]
}

const factText = (fact: CaseState['clockFacts'][number]): string => {
  switch (fact.kind) {
    case 'pause': {
      const reason = i18n.t(`terms:pause.${fact.reason}`)
      return i18n.t('cases:acts.clockFact.pause', { reason, from: fact.from, to: fact.to ?? '' })
    }
    case 'restart':
      return i18n.t('cases:acts.clockFact.restart', { reason: i18n.t(`terms:restart.${fact.reason}`), on: fact.on })
    case 'extension':
      return i18n.t('cases:acts.clockFact.extension', { n: fact.days, on: fact.on })
  }
}

const documentsThat = (state: CaseState, fits: (voided: boolean) => boolean): readonly PickOption[] =>
  state.documents
    .filter(({ n, voided }) => fits(voided !== null) && !state.documents.some(({ replaces }) => replaces === n))
    .map(({ n, letter, no }) => ({
      value: String(n),
      label: i18n.t('cases:acts.documentOption', { letter: i18n.t(`terms:letter.${letter}`), no }),
    }))
