import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useHost } from '../../../ipc/clients.ts'
import { toListInput, type CaseListState } from './list-state.ts'

/** The rows for this state, page by page; the earlier answer stays in sight until the next one comes. */
export const useCaseList = (state: CaseListState) => {
  const host = useHost()
  const input = toListInput(state)
  const query = useInfiniteQuery({
    queryKey: ['cases', 'list', input],
    queryFn: ({ pageParam, signal }) => host.cases.list({ ...input, cursor: pageParam }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const loadMore = useCallback(() => {
    // A failure shows in `query.error`, with its own way to try again.
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const first = data?.pages[0]
  return {
    rows,
    loadMore,
    total: first?.total ?? 0,
    /** There are more than anybody counted. */
    more: first?.more ?? false,
    loaded: data !== undefined,
    /** Every row is at hand. */
    complete: data !== undefined && !hasNextPage,
    error: query.error,
    retry: () => void query.refetch(),
  }
}

const firstPage: string | null = null
