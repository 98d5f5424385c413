import type { WebContents } from 'electron'

/** What the running page's real preferences must say, whatever asked for it (SHL-7). */
const required = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
} as const

/** The names of preferences that are weaker than required; an absent one counts as off. */
export const weaknessesOf = (preferences: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(required)
    .filter(([name, value]) => (preferences[name] ?? false) !== value)
    .map(([name]) => name)

/**
 * Looks at the preferences a page really runs with, and throws when one is weaker: a bug that must not reach a desk. Not
 * every Electron can tell them; where it cannot, the page's own view of itself is tested instead (e2e).
 */
export const requireLockedDown = (contents: WebContents): void => {
  const preferences = 'getLastWebPreferences' in contents ? callOn(contents, contents.getLastWebPreferences) : null
  if (preferences === null) return
  const weak = weaknessesOf(preferences)
  if (weak.length > 0) throw new Error(`page is not locked down: ${weak.join(', ')}`)
}

const callOn = (contents: WebContents, method: unknown): Readonly<Record<string, unknown>> | null => {
  const answer: unknown = typeof method === 'function' ? method.call(contents) : null
  return typeof answer === 'object' && answer !== null ? { ...answer } : null
}
