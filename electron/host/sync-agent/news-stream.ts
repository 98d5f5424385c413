import { NewsSchema, newsPath, newsPulseMs } from '../../../contract/sync-news.ts'
import { type Timers, platformTimers } from './timers.ts'

export interface NewsStream {
  /** It has said something lately: whoever listens need not ask. */
  readonly isLive: () => boolean
  readonly close: () => void
  /** Resolves when it has ended, however that came; never rejects. */
  readonly ended: Promise<void>
}

interface NewsStreamDeps {
  readonly fetcher: typeof fetch
  readonly server: string
  readonly token: string
  readonly signal: AbortSignal
  /** The newest commit number of the center, each time the server tells one. */
  readonly onHead: (head: number) => void
  readonly timers?: Timers | undefined
}

/** Three pulses of the server without one: the line is dead, or somebody between keeps what is said for himself. */
const silenceMs = 3 * newsPulseMs
/** Longest line that an event needs; a stream with longer ones is not ours. */
const longestLine = 1000

/**
 * SYN-55: listens for the server's word that there is something to read. It changes nothing by itself: what is new is read as always, and
 * without a stream the device asks in its own time.
 */
export const openNewsStream = (deps: NewsStreamDeps): NewsStream => {
  const { fetcher, server, token, signal, onHead, timers = platformTimers } = deps
  const ending = new AbortController()
  const end = () => ending.abort()
  let live = false
  let callOff = timers.after(silenceMs, end)
  const heard = () => {
    live = true
    callOff()
    callOff = timers.after(silenceMs, end)
  }
  const read = async (): Promise<void> => {
    const response = await fetcher(`${server}${newsPath}`, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: ending.signal,
    })
    if (!response.ok || response.body === null) return
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      heard()
      const lines = (rest + value).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > longestLine) return
      for (const line of lines) {
        const head = headOf(line)
        if (head !== null) onHead(head)
      }
    }
  }
  signal.addEventListener('abort', end)
  if (signal.aborted) end()
  const ended = read()
    // Cut off, refused, or broken: all the same to whoever asks by himself then.
    .catch(() => undefined)
    .finally(() => {
      live = false
      callOff()
      signal.removeEventListener('abort', end)
      ending.abort()
    })
  return { isLive: () => live, close: end, ended }
}

const headOf = (line: string): number | null => {
  if (!line.startsWith('data: ')) return null
  try {
    const news = NewsSchema.safeParse(JSON.parse(line.slice('data: '.length)))
    return news.success ? news.data.head : null
  } catch {
    return null
  }
}
