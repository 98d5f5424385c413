import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useHost } from './clients.ts'
import { useConnection } from './use-connection.ts'

/** Follows the host's `changes` for as long as the page lives and refetches what each concerns; starts again with each new host. */
export const useChanges = (): void => {
  const host = useHost()
  const queries = useQueryClient()
  const { generation, status } = useConnection()
  useEffect(() => {
    if (status !== 'ready') return
    const stop = new AbortController()
    const follow = async () => {
      // Whatever happened while nobody listened is caught up with here.
      await queries.invalidateQueries()
      for await (const { topic } of await host.changes(undefined, { signal: stop.signal })) {
        await queries.invalidateQueries({ queryKey: [topic] })
      }
    }
    // The stream ends when this page or the host goes; a new host brings a new generation and a new stream.
    follow().catch(() => undefined)
    return () => stop.abort()
  }, [host, queries, generation, status])
}
