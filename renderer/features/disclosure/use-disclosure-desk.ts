import { useCallback } from 'react'
import type { DisclosureDesk } from '../../../contract/queries/disclosure.ts'
import { useHost } from '../../ipc/clients.ts'
import { useRunOnChange } from '../../ipc/use-run-on-change.ts'

/** The desk, read again whenever a case has changed. */
export const useDisclosureDesk = () => {
  const host = useHost()
  const begin = useCallback((signal: AbortSignal) => host.disclosure.desk(undefined, { signal }), [host])
  return useRunOnChange<DisclosureDesk>({ topics: ['cases'], name: 'disclosure', leastGapMs: 3000, begin })
}
