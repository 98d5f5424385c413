import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { CatalogueBoard } from '../../../contract/queries/catalogue.ts'
import { useHost } from '../../ipc/clients.ts'
import { useRun } from '../../ipc/use-run.ts'
import type { CatalogueView } from './model/catalogue-view.ts'

/** Between two looks through the catalogue; a burst of commits from the sync is one look. */
const leastGapMs = 2000
const pageSize = 100

/** The columns with what lies in each, read again whenever an entry has changed. */
export const useCatalogueBoard = () => {
  const host = useHost()
  const { start, ...run } = useRun<CatalogueBoard>()
  // Asked again with each change of the topic that its key begins with.
  const changed = useQuery({ queryKey: ['records', 'catalogue'], queryFn: () => Promise.resolve(Date.now()) }).data
  const lastRead = useRef(0)
  const read = useCallback(() => start((signal) => host.catalogue.board(undefined, { signal })), [host, start])
  useEffect(() => {
    if (changed === undefined) return
    const timer = window.setTimeout(
      () => {
        lastRead.current = Date.now()
        read()
      },
      Math.max(0, lastRead.current + leastGapMs - Date.now()),
    )
    return () => window.clearTimeout(timer)
  }, [changed, read])
  return { ...run, read }
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
