import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { portsMessage } from '../../contract/page.ts'

export interface Links {
  readonly host: ClientLink<ClientContext>
  readonly shell: ClientLink<ClientContext>
}

/** `connecting` until the first ports come, `lost` while the host is away, counted up with each new pair of ports. */
export interface ConnectionState {
  readonly status: 'connecting' | 'ready' | 'lost'
  readonly generation: number
}

export interface Connection {
  /** The newest links; waits for the first ones, and for new ones while the host is away. */
  readonly links: () => Promise<Links>
  readonly state: () => ConnectionState
  readonly subscribe: (listener: () => void) => () => void
}

/** Where port messages come from: the page's own window. */
type MessageSource = Pick<Window, 'addEventListener' | 'location'>

/**
 * Takes the ports that the preload hands over (contract/shell.ts), each time it does. To be called before anything is awaited,
 * or the first message is missed.
 */
export const listenForPorts = (source: MessageSource): Connection => {
  let state: ConnectionState = { status: 'connecting', generation: 0 }
  let waiting = deferred<Links>()
  const listeners = new Set<() => void>()
  const set = (next: ConnectionState) => {
    state = next
    for (const listener of listeners) listener()
  }

  source.addEventListener('message', (event) => {
    if (event.source !== source || event.origin !== source.location.origin) return
    if (!isPortsMessage(event.data)) return
    const [host, shell] = event.ports
    if (host === undefined || shell === undefined) return
    const links = { host: new RPCLink({ port: host }), shell: new RPCLink({ port: shell }) }
    const generation = state.generation + 1
    host.addEventListener('close', () => {
      if (state.generation !== generation) return
      waiting = deferred<Links>()
      set({ status: 'lost', generation })
    })
    host.start()
    shell.start()
    // After a loss `waiting` is fresh; a new pair without one must not leave later calls with the old links.
    if (state.status === 'ready') waiting = deferred<Links>()
    waiting.resolve(links)
    set({ status: 'ready', generation })
  })

  return {
    links: () => waiting.promise,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const isPortsMessage = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === portsMessage

const deferred = <T>() => {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
