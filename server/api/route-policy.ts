/**
 * What a way out of the server tells, and so who may hear it:
 * `nobodys`: nothing of any center or person. `own`: what the asking device itself brought, or what is its own. `numbers`: commit numbers,
 * hashes and keys of devices of the center. `administrator`: what whoever is signed in at the console may see (CSL-3); no device and no session of one
 * comes in there. `system`: what another system with a token for the center may see (contract/OPEN.md), which is what everybody may, or what it
 * brought itself. `scoped`: matters, by what the scope of the device holds, masked as it says (domain/scope), asked anew at every request.
 */
export const tellings = ['nobodys', 'own', 'numbers', 'scoped', 'administrator', 'system'] as const
export type Telling = (typeof tellings)[number]

/** SYN-92: every route of the server; one that is not here keeps it from starting. News on a stick is a page of `pull`. */
export const routePolicies = {
  'GET /health/live': 'nobodys',
  'GET /health/ready': 'nobodys',
  'GET /openapi.json': 'nobodys',
  'POST /sync/v1/enrol': 'own',
  'POST /sync/v1/challenge': 'nobodys',
  'POST /sync/v1/hello': 'own',
  'POST /sync/v1/push': 'own',
  'POST /sync/v1/quarantine': 'own',
  'POST /sync/v1/recover': 'own',
  'POST /sync/v1/lease': 'own',
  'GET /sync/v1/heads': 'numbers',
  'GET /sync/v1/certificates': 'numbers',
  'GET /sync/v1/news': 'numbers',
  'GET /sync/v1/pull': 'scoped',
  'GET /sync/v1/snapshot': 'scoped',
  'GET /sync/v1/progress': 'scoped',
  'GET /sync/v1/published': 'scoped',
  'GET /sync/v1/applications': 'scoped',
  'GET /sync/v1/figures': 'scoped',
  'GET /console': 'nobodys',
  'GET /console/*': 'nobodys',
  'HEAD /console/*': 'nobodys',
  'POST /console/v1/session': 'administrator',
  'GET /console/v1/session': 'administrator',
  'DELETE /console/v1/session': 'administrator',
  'GET /console/v1/overview': 'administrator',
  'POST /console/v1/enrol-codes': 'administrator',
  'POST /console/v1/devices/revoke': 'administrator',
  'GET /console/v1/windows': 'administrator',
  'POST /console/v1/windows': 'administrator',
  'GET /console/v1/staff': 'administrator',
  'POST /console/v1/staff': 'administrator',
  'POST /console/v1/staff/close': 'administrator',
  'GET /console/v1/calendars': 'administrator',
  'POST /console/v1/calendars': 'administrator',
  'POST /console/v1/calendars/check': 'administrator',
  'POST /console/v1/calendars/moved': 'administrator',
  'POST /console/v1/calendars/withdraw': 'administrator',
  'GET /console/v1/items': 'administrator',
  'GET /console/v1/item': 'administrator',
  'POST /console/v1/items': 'administrator',
  'POST /console/v1/items/withdraw': 'administrator',
  'GET /console/v1/waiting': 'administrator',
  'POST /console/v1/waiting/intake': 'administrator',
  'POST /console/v1/waiting/copy': 'administrator',
  'GET /console/v1/history': 'administrator',
  'POST /console/v1/history/verify': 'administrator',
  'GET /console/v1/acts': 'administrator',
  'GET /open/v1/openapi.json': 'nobodys',
  'POST /open/v1/centers/:center/progress/query': 'system',
  'GET /open/v1/centers/:center/progress/changes': 'system',
  'GET /open/v1/centers/:center/published': 'system',
  'POST /open/v1/centers/:center/applications': 'system',
  'GET /open/v1/centers/:center/applications/:preNo': 'system',
  'POST /sync/v1/blobs': 'own',
  'HEAD /sync/v1/blobs/:id': 'own',
  'PATCH /sync/v1/blobs/:id': 'own',
  'GET /sync/v1/blobs/:id': 'scoped',
} as const satisfies Readonly<Record<string, Telling>>

export type RouteName = keyof typeof routePolicies

/** Throws for a route that nobody has said anything about: what it may tell has to be decided first. */
export const expectPolicy = (method: string | readonly string[], url: string): void => {
  for (const one of typeof method === 'string' ? [method] : method)
    if (!Object.hasOwn(routePolicies, `${one} ${url}`)) throw new Error(`no scope policy for ${one} ${url}`)
}
