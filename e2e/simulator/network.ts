import { gunzipSync } from 'node:zlib'
import { syncCaps } from '../../contract/sync.ts'
import type { CenterAnswer, CenterRequest } from './center/memory-center.ts'
import type { Random } from './random.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** Shares of requests to which something happens. */
export interface Weather {
  readonly cutRequest: number
  readonly cutAnswer: number
  readonly duplicate: number
  /** Seconds late instead of milliseconds; this is what reorders. */
  readonly late: number
  /** No answer at all, and no end of the connection either. */
  readonly silent: number
}

export const fair: Weather = { cutRequest: 0, cutAnswer: 0, duplicate: 0, late: 0, silent: 0 }

/** One end of the wire. */
export interface Link {
  readonly machine: string
  /** The plug is in. */
  readonly isOnline: () => boolean
  /** The process that asked still lives. */
  readonly isAlive: () => boolean
}

export interface NetworkPort {
  readonly clock: VirtualClock
  readonly random: Random
  readonly weather: () => Weather
  /** The server answers, or is away: null. */
  readonly serve: (request: CenterRequest, machine: string, isRepeat: boolean) => CenterAnswer | null
  /** Every request is bounded (INV-10): told what broke its bounds. */
  readonly unbounded: (what: string) => void
  readonly count: (what: 'requests' | 'cut requests' | 'cut answers' | 'duplicates' | 'late' | 'silent') => void
}

/** The line between machines and server: it loses, delays, repeats and reorders, by chance and in virtual time. */
export const networkOf = (port: NetworkPort, link: Link): typeof fetch => {
  const { clock, random, weather, serve } = port
  return (input, init) => {
    const request = readRequest(input, init)
    const size = init?.body instanceof Uint8Array ? init.body.byteLength : 0
    checkBounds(port, request, size)
    // They came after the named seeds: without a draw and without time these keep their course. What happens when one fails is tested at the agent.
    if (request.path === '/sync/v1/certificates' || request.path === '/sync/v1/applications') {
      const answer = link.isOnline() ? serve(request, link.machine, false) : null
      return answer === null ? Promise.reject(new TypeError('network')) : Promise.resolve(toResponse(answer))
    }
    port.count('requests')
    const startedAt = clock.now()
    return new Promise<Response>((resolve, reject) => {
      let isOver = false
      const end = (work: () => void) => {
        if (isOver) return
        isOver = true
        // Whoever asked and is no more waits for nothing.
        if (link.isAlive() && clock.now() - startedAt > longestMs)
          port.unbounded(`${request.path} took ${clock.now() - startedAt} ms`)
        work()
      }
      const lose = () => {
        end(() => reject(new TypeError('network')))
      }
      init?.signal?.addEventListener('abort', lose)
      if (!link.isOnline()) {
        clock.after(1, lose)
        return
      }
      const now = weather()
      const latency = () => {
        if (!random.chance(now.late)) return 2 + random.int(60)
        port.count('late')
        return 1000 + random.int(90_000)
      }
      if (random.chance(now.cutRequest)) {
        port.count('cut requests')
        clock.after(latency(), lose)
        return
      }
      const arrive = (isRepeat: boolean, answered: (answer: CenterAnswer) => void) => {
        const answer = serve(request, link.machine, isRepeat)
        if (answer === null) clock.after(2, lose)
        else answered(answer)
      }
      if (random.chance(now.duplicate)) {
        port.count('duplicates')
        clock.after(latency() + random.int(30_000), () => arrive(true, () => undefined))
      }
      const cutAnswer = random.chance(now.cutAnswer)
      const silent = random.chance(now.silent)
      clock.after(latency(), () => {
        arrive(false, (answer) => {
          if (silent) {
            port.count('silent')
            return
          }
          clock.after(latency(), () => {
            if (cutAnswer) port.count('cut answers')
            if (cutAnswer || !link.isOnline() || !link.isAlive()) lose()
            else end(() => resolve(toResponse(answer)))
          })
        })
      })
    })
  }
}

/** The longest timeout of the device, and a little for what is done in the same moment. */
const longestMs = 61_000

const readRequest = (input: Parameters<typeof fetch>[0], init: Parameters<typeof fetch>[1]): CenterRequest => {
  const url = new URL(input instanceof Request ? input.url : input)
  const authorization = new Headers(init?.headers).get('authorization')
  return {
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    token: authorization === null ? null : authorization.replace('Bearer ', ''),
    body: init?.body instanceof Uint8Array ? JSON.parse(gunzipSync(init.body).toString('utf8')) : undefined,
  }
}

const checkBounds = (port: NetworkPort, { path, body, query }: CenterRequest, size: number): void => {
  if (size > syncCaps.bytesPerPushCompressed) port.unbounded(`${path} with ${size} bytes`)
  const ops: unknown = typeof body === 'object' && body !== null && 'ops' in body ? body.ops : []
  if (Array.isArray(ops) && ops.length > syncCaps.opsPerPush) port.unbounded(`${path} with ${ops.length} operations`)
  if (Number(query['limit'] ?? 0) > syncCaps.opsPerPull) port.unbounded(`${path} asks for a page too large`)
}

const toResponse = ({ status, body }: CenterAnswer): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
