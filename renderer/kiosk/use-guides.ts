import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useHost } from '../ipc/clients.ts'
import { healing } from './heals.ts'

/** Guides for what is typed; what was typed leaves memory with the screen. */
export const useGuides = (text: string, limit: number) => {
  const host = useHost()
  const asked = useDeferredValue(text.trim())
  return useQuery({
    queryKey: ['typed', 'guides', asked, limit],
    queryFn: ({ signal }) => host.kiosk.guides({ text: asked, limit }, { signal }),
    placeholderData: keepPreviousData,
    gcTime: 0,
    refetchInterval: healing(),
  })
}
