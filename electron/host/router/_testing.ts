/** What came of something long: the value of its last event. */
export const lastOf = async <T>(
  events: AsyncIterable<{ readonly kind: 'progress' } | { readonly kind: 'done'; readonly value: T }>,
): Promise<T> => {
  for await (const event of events) if (event.kind === 'done') return event.value
  throw new Error('it ended without a result')
}
