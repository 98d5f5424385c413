import { ORPCError } from '@orpc/client'
import { storeFailureCodes } from '../../contract/host-process.ts'
import { i18n } from './setup.ts'

/** Words for a call that did not come back with an answer, and the code that support asks for. */
export interface ErrorText {
  readonly text: string
  readonly code: string
}

/** For thrown errors only; refusals are answers and have their own words (`refusalText`). */
export const errorText = (error: unknown): ErrorText => {
  if (!(error instanceof ORPCError)) {
    // The port closed under the call, because the host went away: it comes back by itself.
    return error instanceof Error && error.name === 'AbortError'
      ? { text: i18n.t('problems:hostAway'), code: 'HOST_AWAY' }
      : { text: i18n.t('problems:unknown'), code: error instanceof Error ? error.name : 'UNKNOWN' }
  }
  if (error.code === 'UNAUTHORIZED') return { text: i18n.t('problems:refusal.not_signed_in'), code: error.code }
  const store =
    error.code === 'STORE_FAILED' ? storeFailureCodes.find((code) => code === codeIn(error.data)) : undefined
  return store === undefined
    ? { text: i18n.t('problems:unknown'), code: String(error.code) }
    : { text: i18n.t(`problems:store.${store}`), code: `STORE_${store}` }
}

export const isUnauthorized = (error: unknown): boolean => error instanceof ORPCError && error.code === 'UNAUTHORIZED'

const codeIn = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'code' in data ? data.code : null
