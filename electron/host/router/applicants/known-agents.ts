import { knownAgents } from '../../queries/known-agents.ts'
import { signedIn } from '../base.ts'
import { toMutable } from '../../mutable.ts'

export const listKnownAgents = signedIn.applicants.knownAgents.handler(({ context, input }) =>
  toMutable(knownAgents(context.services.store.read, input)),
)
