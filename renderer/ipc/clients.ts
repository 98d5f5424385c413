import { createORPCClient, DynamicLink } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createContext, use } from 'react'
import type { desktopContract } from '../../contract/desktop.ts'
import type { shellContract } from '../../contract/shell.ts'
import type { Connection } from './connection.ts'

/** The host: acts and queries on this device's store. */
export type HostClient = ContractRouterClient<typeof desktopContract>
/** The shell: printing, files, the window. */
export type ShellClient = ContractRouterClient<typeof shellContract>

export interface Clients {
  readonly host: HostClient
  readonly shell: ShellClient
}

/** Clients that always speak to the newest ports; a call made before there are any waits for them. */
export const createClients = (connection: Connection): Clients => ({
  host: createORPCClient(new DynamicLink(async () => (await connection.links()).host)),
  shell: createORPCClient(new DynamicLink(async () => (await connection.links()).shell)),
})

export const ClientsContext = createContext<Clients | null>(null)

/** Throws outside of the provider: a bug. */
export const useHost = (): HostClient => clients(use(ClientsContext)).host

export const useShell = (): ShellClient => clients(use(ClientsContext)).shell

const clients = (value: Clients | null): Clients => {
  if (value === null) throw new Error('no ClientsContext')
  return value
}
