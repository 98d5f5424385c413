import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { DisclosureDesk } from '../../../contract/queries/disclosure.ts'
import { useHost } from '../../ipc/clients.ts'
import { useRun } from '../../ipc/use-run.ts'

/** Between two looks through the requests; a burst of commits from the sync is one look. */
const leastGapMs = 3000

/** The desk, read again whenever a case has changed. */
export const useDisclosureDesk = () => {
  const host = useHost()
  const { start, ...run } = useRun<DisclosureDesk>()
  // Asked again with each change of the topic that its key begins with.
  const changed = useQuery({ queryKey: ['cases', 'disclosure'], queryFn: () => Promise.resolve(Date.now()) }).data
  const lastRead = useRef(0)
  const read = useCallback(() => start((signal) => host.disclosure.desk(undefined, { signal })), [host, start])
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
