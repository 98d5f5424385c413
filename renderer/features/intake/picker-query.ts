import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ItemHit } from '../../../contract/queries/items.ts'
import { useHost } from '../../ipc/clients.ts'

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
