import { openScopes } from '../../contract/open.ts'
import type { PreApplication } from '../../contract/pre-application.ts'
import { type TokenInput, issueOpenToken } from '../admin/open-tokens.ts'
import { testCenter } from '../_testing/test-server.ts'
import type { Database } from '../store/connect.ts'
import { openDirectory } from '../store/directory.ts'

/** A token of every scope, for the center of the tests. */
export const aToken = async (db: Database, over: Partial<TokenInput> = {}): Promise<string> => {
  const issued = await issueOpenToken(openDirectory(db), {
    where: testCenter,
    system: '市网上大厅',
    scopes: openScopes,
    perMinute: 6000,
    validForMs: 3_600_000,
    account: 'test',
    ...over,
  })
  if (!issued.ok) throw new Error(issued.error.code)
  return issued.value.token
}

export interface Told {
  readonly status: number
  readonly code: string | null
  readonly body: unknown
  readonly headers: Headers
}

/** The other system's side, at one center. */
export const askOpen =
  (url: string, token: string, center = testCenter) =>
  async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<Told> => {
    const response = await fetch(`${url}/open/v1/centers/${center}/${path}`, {
      method,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const json: { readonly code?: string } | null = text === '' ? null : JSON.parse(text)
    return { status: response.status, code: json?.code ?? null, body: json, headers: response.headers }
  }

export const anApplication = (over: Partial<PreApplication> = {}): PreApplication => ({
  preNo: 'YSL-2026-0915',
  itemId: 'T0001',
  applicant: {
    kind: 'person',
    name: '周文静',
    idType: 'resident_id',
    idNumber: '990000199001010017',
    phone: '13800002046',
    address: null,
    contactName: null,
  },
  submittedOn: '2026-09-25' as PreApplication['submittedOn'],
  remark: null,
  ...over,
})
