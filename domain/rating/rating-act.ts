import type { CaseCommon } from '../case/case-common.ts'
import { type FieldProblem, type Refusal, refusal } from '../case/refusal.ts'
import type { Rating } from './rating.ts'

/** 一事一评: common to every kind of case. */
export type RatingAct = { readonly kind: 'rating.give' } & Omit<Rating, 'on'>

export const validateRating = (act: RatingAct): readonly FieldProblem[] => [
  ...(new Set(act.tags).size === act.tags.length ? [] : [{ field: 'tags', code: 'value_unknown' } as const]),
  ...(act.comment !== null && act.comment.trim() === '' ? [{ field: 'comment', code: 'required' } as const] : []),
]

/** Once a case was accepted or closed it is rated, once. Who does not rate has given no rating: none is ever filled in. */
export const guardRating = (state: CaseCommon): Refusal | null => {
  if (state.rating !== null) return refusal('rating_given')
  return state.clockStart === null && state.closedOn === null ? refusal('rating_too_early') : null
}

export const withRating = <C extends CaseCommon>(
  state: C,
  { level, channel, tags, comment, anonymous, on }: Rating,
): C => ({ ...state, rating: { level, channel, tags, comment, anonymous, on } })
