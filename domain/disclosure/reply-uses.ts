import { type Outcome, groupOf } from '../report/outcome.ts'
import type { ReplyDetail } from '../report/disclosure-facts.ts'
import type { ReplyDraft } from './reply-draft.ts'
import { needsOf } from './reply-needs.ts'

export type ReplyField = keyof ReplyDraft

/** Details that an outcome can have (国办公开办函〔2021〕30号: what is not held does not exist, or is another organ's). */
export const detailsOf = (outcome: Outcome): readonly ReplyDetail[] => {
  if (outcome === 'granted') return ['already_public']
  return outcome === 'unable_none' ? ['not_exist', 'not_this_organ'] : []
}

/** What a reply of this outcome has a use for, its needs among them: a form shows these and no other. */
export const usesOf = (draft: ReplyDraft): ReadonlySet<ReplyField> => {
  const { outcome, detail } = draft
  const group = groupOf(outcome)
  return new Set<ReplyField>([
    'outcome',
    ...needsOf(draft).needs,
    ...(detailsOf(outcome).length > 0 ? (['detail'] as const) : []),
    // Where to find what is given, or which way to take instead (arts. 36(1)(1), (2), 39).
    ...(group === 'granted' || group === 'partial' || group === 'not_processed' ? (['access'] as const) : []),
    ...(detail === 'not_this_organ' ? (['competentOrgan'] as const) : []),
    ...(outcome === 'unable_none' ? (['searchRecord'] as const) : []),
    ...(outcome === 'other_other' ? (['ownRecord'] as const) : []),
  ])
}
