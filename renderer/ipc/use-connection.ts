import { createContext, use, useSyncExternalStore } from 'react'
import type { Connection, ConnectionState } from './connection.ts'

export const ConnectionContext = createContext<Connection | null>(null)

/** Throws outside of the provider: a bug. */
export const useConnection = (): ConnectionState => {
  const connection = use(ConnectionContext)
  if (connection === null) throw new Error('no ConnectionContext')
  return useSyncExternalStore(connection.subscribe, connection.state)
}
