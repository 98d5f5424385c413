import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useHost } from '../../ipc/clients.ts'
import type { DisclosureView } from './model/disclosure-view.ts'

const pageSize = 100

/** The register page by page, newest first; the earlier answer stays in sight until the next one comes. */
export const useRegister = ({ text, statuses, openOnly }: DisclosureView, needed: boolean) => {
  const host = useHost()
  const input = {
    text: text.trim(),
    kinds: ['disclosure' as const],
    statuses: [...statuses],
    openOnly,
    order: 'newest' as const,
    limit: pageSize,
  }
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, error, refetch } = useInfiniteQuery({
    queryKey: ['cases', 'disclosure-register', input],
    queryFn: ({ pageParam, signal }) => host.cases.list({ ...input, cursor: pageParam }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    enabled: needed,
  })
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const loadMore = useCallback(() => {
    // A failure shows in `error`, with its own way to try again.
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const first = data?.pages[0]
  return {
    rows,
    loadMore,
    loaded: data !== undefined,
    total: first?.total ?? 0,
    more: first?.more ?? false,
    error,
    retry: () => void refetch(),
  }
}

const firstPage: string | null = null
