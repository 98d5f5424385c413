import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useHost } from '../../ipc/clients.ts'
import { type TodayState, countOpen, linesOf, placesOf } from './queue-lines.ts'

/** The queue with the acts that did not take effect. Places are kept from the first answer on. */
export const useToday = (state: TodayState, onStateChange: (state: TodayState) => void) => {
  const host = useHost()
  const { day, whose, stood, round } = state
  const today = useQuery({
    // Not the places: a change of them alone asks nothing new.
    queryKey: ['cases', 'today', day, whose, round],
    queryFn: () => host.today({ whose, stood: [...stood] }),
    placeholderData: keepPreviousData,
  })
  const conflicts = useQuery({ queryKey: ['sync', 'conflicts'], queryFn: () => host.sync.conflicts() })
  const { data, isPlaceholderData } = today
  useEffect(() => {
    if (data === undefined || isPlaceholderData) return
    const known = new Set(stood.map(({ id }) => id))
    const added = placesOf(data).filter(({ id }) => !known.has(id))
    if (added.length > 0) onStateChange({ ...state, stood: [...stood, ...added].slice(0, mostPlaces) })
  })
  const lost = conflicts.data
  const lines = useMemo(() => (data === undefined ? [] : linesOf(data, lost ?? [])), [data, lost])
  return {
    data,
    lines,
    conflicts: lost ?? [],
    open: data === undefined ? null : countOpen(data, lost ?? []),
    error: today.error ?? conflicts.error,
    retry: () => {
      void today.refetch()
      void conflicts.refetch()
    },
  }
}

/** What the host takes. */
const mostPlaces = 500
