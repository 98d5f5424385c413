import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isUnauthorized } from '../i18n/error-text.ts'

/**
 * Queries go to the host on this machine, so the network's state is no reason to hold one back. What was fetched is good until the
 * host says otherwise, and is forgotten soon after nobody shows it: it is about people. The first part of a key is the topic of
 * the host's `changes` that it follows: cases, drafts, reference, sync or desk.
 */
export const createQueryClient = (): QueryClient => {
  // Signed out under the page, by a restarted host or because the account was closed: the desk decides what is shown.
  const onError = (error: unknown) => {
    if (isUnauthorized(error)) void client.invalidateQueries({ queryKey: ['desk'] })
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        gcTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 1 && !isUnauthorized(error),
        retryDelay: 300,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}
