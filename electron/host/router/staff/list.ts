import { signedIn } from '../base.ts'

export const listColleagues = signedIn.staff.list.handler(({ context }) =>
  context.services.store.read.reference
    .staff()
    .filter(({ active }) => active)
    .map(({ id, name, role, organ }) => ({ id, name, role, organ })),
)
