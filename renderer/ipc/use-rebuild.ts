import { useEffect, useState } from 'react'
import type { HostStanding } from '../../contract/shell.ts'
import { useShell } from './clients.ts'

/** How far a damaged store is made again before it can be opened; null while nothing of the kind goes on. */
export const useRebuild = (): HostStanding['rebuild'] => {
  const shell = useShell()
  const [rebuild, setRebuild] = useState<HostStanding['rebuild']>(null)
  useEffect(() => {
    const stop = new AbortController()
    const follow = async () => {
      for await (const standing of await shell.host.watch(undefined, { signal: stop.signal }))
        setRebuild(standing.rebuild)
    }
    // The stream ends with this page or the shell.
    follow().catch(() => undefined)
    return () => stop.abort()
  }, [shell])
  return rebuild
}
