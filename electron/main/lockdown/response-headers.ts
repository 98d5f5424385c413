import { pageHeaders } from '../../../contract/page-policy.ts'

/** Headers of every answer of the application's own scheme. */
export const responseHeaders = (mime: string): Record<string, string> => ({
  'Content-Type': mime,
  ...pageHeaders,
  'Cache-Control': 'no-store',
})
