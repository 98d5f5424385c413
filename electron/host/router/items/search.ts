import { signedIn } from '../base.ts'

export const searchItems = signedIn.items.search.handler(({ context, input }) => [
  ...context.services.items.search(input.text, input.limit),
])
