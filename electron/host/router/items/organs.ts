import { signedIn } from '../base.ts'

export const listOrgans = signedIn.items.organs.handler(({ context }) => [...context.services.items.organs()])
