import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo } from 'react'
import type { CatalogueBoard } from '../../../contract/queries/catalogue.ts'
import { useHost } from '../../ipc/clients.ts'
import { useRunOnChange } from '../../ipc/use-run-on-change.ts'
import type { CatalogueView } from './model/catalogue-view.ts'

const pageSize = 100

/** The columns with what lies in each, read again whenever an entry has changed. */
export const useCatalogueBoard = () => {
  const host = useHost()
  const begin = useCallback((signal: AbortSignal) => host.catalogue.board(undefined, { signal }), [host])
  return useRunOnChange<CatalogueBoard>({ topics: ['records'], name: 'catalogue', leastGapMs: 2000, begin })
}

/** The entries of the column in view, a page at a time. */
export const useEntries = ({ category, text, statuses, owedOnly }: CatalogueView) => {
  const host = useHost()
  const input = { category, text: text.trim(), statuses: [...statuses], owedOnly, limit: pageSize }
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, error, refetch } = useInfiniteQuery({
    queryKey: ['records', 'catalogue-list', input],
    queryFn: ({ pageParam, signal }) => host.catalogue.list({ ...input, cursor: pageParam }, { signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const loadMore = useCallback(() => {
    // A failure shows in `error`, with its own way to try again.
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  // A page of a column with little in it may hold few rows or none: the next one is asked for at once.
  const scarce = rows.length < pageSize / 2
  useEffect(() => {
    if (scarce) loadMore()
  }, [scarce, loadMore])
  return { rows, loadMore, loaded: data !== undefined, complete: !hasNextPage, error, retry: () => void refetch() }
}

const firstPage: string | null = null
