import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { CenterYear } from '../../../contract/queries/statistics.ts'
import { useHost } from '../../ipc/clients.ts'
import { useRun } from '../../ipc/use-run.ts'

/** Between two walks through the store while the page is open: a burst of commits from the sync is one reading. */
const leastGapMs = 10_000

/** A year of the center, read again when cases have changed; another year is read at once. Only while `needed`. */
export const useCenterYear = (year: number, needed: boolean) => {
  const host = useHost()
  const { start, ...run } = useRun<CenterYear>()
  // Asked again with each change of the topic that its key begins with.
  const changed = useQuery({ queryKey: ['cases', 'statistics'], queryFn: () => Promise.resolve(Date.now()) }).data
  const lastYear = useRef(0)
  const lastAt = useRef(0)
  const read = useCallback(() => start((signal) => host.statistics.center({ year }, { signal })), [host, start, year])
  useEffect(() => {
    if (!needed || changed === undefined) return
    const wait = lastYear.current === year ? Math.max(0, lastAt.current + leastGapMs - Date.now()) : 0
    const timer = window.setTimeout(() => {
      lastYear.current = year
      lastAt.current = Date.now()
      read()
    }, wait)
    return () => window.clearTimeout(timer)
  }, [year, needed, changed, read])
  return { ...run, read, shown: run.value?.year === year ? run.value : null }
}
