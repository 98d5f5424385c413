import { ORPCError, createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { type Administrator, consoleContract } from '../../contract/console.ts'

export type ConsoleClient = ContractRouterClient<typeof consoleContract>

/** CSL-2: the cookie goes along by itself; the header says that it is our own page that asks. */
export const createConsoleClient = (origin: string): ConsoleClient =>
  createORPCClient(new OpenAPILink(consoleContract, { url: origin, headers: { 'x-yichuang-console': '1' } }))

export const ConsoleContext = createContext<ConsoleClient | null>(null)

/** Throws outside of the provider: a bug. */
export const useConsole = (): ConsoleClient => {
  const client = use(ConsoleContext)
  if (client === null) throw new Error('no ConsoleContext')
  return client
}

export const whoKey = ['who'] as const

/** Null = nobody. */
export const askWho = async (client: ConsoleClient): Promise<Administrator | null> => {
  try {
    return await client.session.me()
  } catch (error) {
    if (isSignedOut(error)) return null
    throw error
  }
}

export const isSignedOut = (error: unknown): boolean => error instanceof ORPCError && error.code === 'NOT_SIGNED_IN'

/** Nobody is signed in, and nothing that was shown is kept. Who asked last stays asked: the page that shows it hears of the change. */
export const forgetEverybody = (queries: QueryClient): void => {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== whoKey[0] })
  queries.setQueryData(whoKey, null)
}

/** Whatever answers that the sign-in is over brings back the page that asks for it; what was shown is forgotten. */
export const createConsoleQueries = (): QueryClient => {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) forgetEverybody(queries)
  }
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 10_000, gcTime: 60_000, retry: (failures, error) => failures < 1 && !isSignedOut(error) },
      mutations: { retry: false },
    },
  })
  return queries
}
