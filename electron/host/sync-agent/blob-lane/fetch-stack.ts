import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client'
import { type Timers, platformTimers } from '../timers.ts'

/** A stretch on the slowest line takes less (256 KiB at 50 kbit/s: 42 s); the server cuts off a request after 30 s and keeps what came. */
const requestMs = 60_000
const answerBytes = 64 * 1024

/**
 * The road of tus-js-client over the same `fetch` as everything else of the agent: the same trust, the same tests, every request with an end
 * (SYN-19), no redirects.
 */
export const fetchStack = (fetcher: typeof fetch, timers: Timers = platformTimers): HttpStack => ({
  getName: () => 'fetch',
  createRequest: (method, url) => requestOf(fetcher, timers, method, url),
})

const requestOf = (fetcher: typeof fetch, timers: Timers, method: string, url: string): HttpRequest => {
  const headers = new Headers()
  const ending = new AbortController()
  return {
    getMethod: () => method,
    getURL: () => url,
    setHeader: (name, value) => headers.set(name, value),
    getHeader: (name) => headers.get(name) ?? undefined,
    setProgressHandler: () => undefined,
    send: async (body: Uint8Array | null) => {
      const callOff = timers.after(requestMs, () => ending.abort())
      try {
        const response = await fetcher(url, {
          method,
          headers,
          redirect: 'error',
          signal: ending.signal,
          ...(body === null || body === undefined ? {} : { body: new Uint8Array(body) }),
        })
        const text = method === 'HEAD' ? '' : await response.text()
        return answerOf(response, text.slice(0, answerBytes))
      } finally {
        callOff()
      }
    },
    abort: () => {
      ending.abort()
      return Promise.resolve()
    },
    getUnderlyingObject: () => null,
  }
}

const answerOf = (response: Response, body: string): HttpResponse => ({
  getStatus: () => response.status,
  getHeader: (name) => response.headers.get(name) ?? undefined,
  getBody: () => body,
  getUnderlyingObject: () => response,
})
