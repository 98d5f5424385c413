import { X509Certificate } from 'node:crypto'
import { Agent, request } from 'node:https'
import type { IncomingMessage } from 'node:http'
import { Readable, pipeline } from 'node:stream'
import { rootCertificates } from 'node:tls'
import { constants, createGunzip } from 'node:zlib'
import { type Result, err, ok } from '../../../domain/result.ts'

/**
 * SYN-80: `fetch` that also trusts the certificates of a center's own authority. The platform's takes none, Electron's Node has no other
 * way to be told of one, and the environment variable for it is switched off in the packaged application; `https` is in both.
 *
 * @param findCa PEM of the authority, asked at every request; null = the platform's own trust, by the platform's own fetch
 */
export const trustingFetch = (findCa: () => string | null, platform: typeof fetch): typeof fetch => {
  let kept: { readonly ca: string; readonly agent: Agent } | null = null
  const agentFor = (ca: string): Agent => {
    if (kept?.ca === ca) return kept.agent
    kept?.agent.destroy()
    const agent = new Agent({ ca: [...rootCertificates, ca], minVersion: 'TLSv1.3', keepAlive: true, timeout: 120_000 })
    kept = { ca, agent }
    return agent
  }
  return async (input, init) => {
    const ca = findCa()
    const url = input instanceof Request ? input.url : String(input)
    if (ca === null || !url.startsWith('https:')) return platform(input, init)
    return overHttps(new Request(input, init), agentFor(ca))
  }
}

/** The certificates of a PEM file, as they are kept; null when it holds none. */
export const parseAuthority = (pem: string): Result<string, 'ca_invalid'> => {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g) ?? []
  const isReadable = (one: string): boolean => {
    try {
      return new X509Certificate(one).ca
    } catch {
      return false
    }
  }
  return found.length > 0 && found.length <= 8 && found.every(isReadable)
    ? ok(`${found.join('\n')}\n`)
    : err('ca_invalid')
}

/** Unpacked as the platform's `fetch` does it. */
const bodyOf = (method: string, status: number, answer: IncomingMessage): ReadableStream<Uint8Array> | null => {
  if (method === 'HEAD' || status === 204 || status === 304) {
    answer.resume()
    return null
  }
  const unpacked =
    answer.headers['content-encoding'] === 'gzip'
      ? pipeline(answer, createGunzip({ flush: constants.Z_SYNC_FLUSH }), () => undefined)
      : answer
  // The same stream by two libraries' types.
  return Readable.toWeb(unpacked) as ReadableStream<Uint8Array>
}

const overHttps = async (asked: Request, agent: Agent): Promise<Response> => {
  // Every body of the agent is bounded and in memory already.
  const body = asked.body === null ? null : Buffer.from(await asked.arrayBuffer())
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(new TypeError('fetch failed', { cause }))
    const sent = request(
      asked.url,
      {
        agent,
        method: asked.method,
        headers: {
          ...Object.fromEntries(asked.headers),
          'accept-encoding': 'gzip',
          ...(body === null ? {} : { 'content-length': body.length }),
        },
        signal: asked.signal,
      },
      (answer) => {
        const status = answer.statusCode ?? 502
        if (status >= 300 && status < 400) {
          answer.destroy()
          return fail(new Error('redirected'))
        }
        const headers = new Headers()
        for (const [name, value] of Object.entries(answer.headers)) headers.set(name, [value].flat().join(', '))
        resolve(new Response(bodyOf(asked.method, status, answer), { status, headers }))
      },
    )
    sent.on('error', fail)
    sent.end(body ?? undefined)
  })
}
