import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PreApplication } from '../../contract/pre-application.ts'
import type { ItemHit } from '../../contract/queries/items.ts'
import { useHost } from '../ipc/clients.ts'
import { maybePreNo } from './model/pre-application.ts'

const mostHits = 60

/**
 * Items for what is typed; nothing typed = recent and frequent ones first. What was typed is the key of the query: people type names where
 * they should not, so it leaves memory with the screen.
 */
export const useItemHits = (text: string) => {
  const host = useHost()
  return useQuery({
    queryKey: ['reference', 'items', text.trim()],
    queryFn: ({ signal }): Promise<ItemHit[]> => host.items.search({ text: text.trim(), limit: mostHits }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}

/** The application of another system whose number is typed, if one waits under it; it tells of a person, and leaves memory likewise. */
export const useApplication = (text: string) => {
  const host = useHost()
  const preNo = maybePreNo(text)
  return useQuery({
    queryKey: ['reference', 'application', preNo],
    queryFn: ({ signal }): Promise<PreApplication | null> =>
      preNo === null ? Promise.resolve(null) : host.preApplications.find({ preNo }, { signal }),
    gcTime: 0,
  })
}
