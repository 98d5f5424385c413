import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { HolidayNotice } from '../../domain/calendar/calendar-version.ts'
import type { MovedPart } from '../../contract/console-calendars.ts'
import { useConsole } from './console-client.ts'

export interface MovedCases {
  readonly moved: MovedPart['moved']
  /** Open cases that were looked through so far, of how many. */
  readonly seen: number
  readonly all: number
  readonly done: boolean
  readonly error: unknown
  readonly again: () => void
}

/** Every open case whose limit a notice would move, read part by part as long as the caller is there. */
export const useMovedCases = (notice: HolidayNotice, wanted: boolean): MovedCases => {
  const client = useConsole()
  const query = useInfiniteQuery({
    queryKey: ['moved', notice],
    queryFn: ({ pageParam, signal }) =>
      client.calendars.moved({ notice: { ...notice, days: [...notice.days] }, after: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled: wanted,
    gcTime: 0,
  })
  const { hasNextPage, isFetching, error, fetchNextPage, data } = query
  useEffect(() => {
    if (hasNextPage && !isFetching && error === null) void fetchNextPage()
  }, [hasNextPage, isFetching, error, fetchNextPage])
  const parts = data?.pages ?? []
  return {
    moved: parts.flatMap(({ moved }) => moved),
    seen: parts.reduce((sum, part) => sum + part.seen, 0),
    all: parts[0]?.all ?? 0,
    done: data !== undefined && !hasNextPage,
    error,
    again: () => void (data === undefined ? query.refetch() : fetchNextPage()),
  }
}
