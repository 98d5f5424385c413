import type { Route } from '../../navigation/route.ts'

export interface AgentSection {
  readonly section: 'home' | 'handover' | 'cases' | 'sync' | 'settings'
  readonly keys: string
  readonly route: Route
}

/** The places of an agent, in the order of their keys. */
export const agentSections: readonly AgentSection[] = [
  { section: 'home', keys: 'Alt 1', route: { page: 'today' } },
  { section: 'handover', keys: 'Alt 2', route: { page: 'handover' } },
  { section: 'cases', keys: 'Alt 3', route: { page: 'cases' } },
  { section: 'sync', keys: 'Alt 4', route: { page: 'sync' } },
  { section: 'settings', keys: 'Alt 5', route: { page: 'settings' } },
]

/** The place a page belongs to; an errand is begun and ended at home. */
export const agentSectionOf = (page: Route['page']): AgentSection['section'] => {
  switch (page) {
    case 'cases':
    case 'case':
      return 'cases'
    case 'handover':
      return 'handover'
    case 'sync':
      return 'sync'
    case 'settings':
      return 'settings'
    default:
      return 'home'
  }
}
