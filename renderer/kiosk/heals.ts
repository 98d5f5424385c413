import type { UseQueryResult } from '@tanstack/react-query'

/** Nobody is there to press a button: a question that failed is asked again by itself (KSK-8). Milliseconds. */
export const askAgainMs = 3000

interface Asked {
  readonly state: { readonly status: string }
}

/** Option of a query that is asked again until it is answered, and otherwise every `usualMs`; false = not again. */
export const healing =
  (usualMs: number | false = false) =>
  ({ state }: Asked): number | false =>
    state.status === 'error' ? askAgainMs : usualMs

/** True where there is nothing to show because the question failed; also while it is asked once more, so that the words stand still. */
export const isUnanswered = ({ data, errorUpdateCount }: Pick<UseQueryResult, 'data' | 'errorUpdateCount'>): boolean =>
  data === undefined && errorUpdateCount > 0
