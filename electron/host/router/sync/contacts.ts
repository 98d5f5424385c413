import { signedIn } from '../base.ts'

export const listContacts = signedIn.sync.contacts.handler(({ context }) => [
  ...context.services.store.read.contacts.list(),
])
