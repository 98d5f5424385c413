import type { Readable } from 'node:stream'
import pg from 'pg'
import { type ServerLog, toLoggedError } from '../api/server-log.ts'
import type { Database } from '../store/connect.ts'
import type { Directory } from '../store/directory.ts'
import type { Session } from '../sync/token.ts'
import { createNewsBoard } from './news-board.ts'
import { findHead, newsChannel, notifyNews, readNotice } from './notify.ts'

/** SYN-54: wakes devices when there is something to read. Whatever fails here costs time alone: every device also asks by itself. */
export interface NewsDesk {
  /** The stream of a device; null when this process has as many as it can. */
  readonly open: (session: Session) => Promise<Readable | null>
  /** Something was committed for the center; returns at once, many calls become one notice. */
  readonly tell: (center: string) => void
  readonly close: () => Promise<void>
}

interface NewsDeps {
  /** Address of the home database. */
  readonly url: string
  readonly home: Database
  readonly directory: Directory
  readonly log: ServerLog
  /** Streams at once. */
  readonly limit: number
}

/** Pause before the next attempt to hear the other processes. */
const againMs = 5000

export const openNewsDesk = ({ url, home, directory, log, limit }: NewsDeps): NewsDesk => {
  const board = createNewsBoard(limit)
  /** Centers whose notice is about to go. */
  const telling = new Set<string>()
  const underWay = new Set<Promise<void>>()
  let closed = false
  let client: pg.Client | null = null
  let again: NodeJS.Timeout | null = null

  const listenLater = () => {
    client = null
    if (closed || again !== null) return
    again = setTimeout(() => {
      again = null
      void listen()
    }, againMs)
    again.unref()
  }
  const listen = async (): Promise<void> => {
    const made = new pg.Client({ connectionString: url, application_name: 'yichuang', keepAlive: true })
    client = made
    made.on('error', () => undefined)
    made.on('end', listenLater)
    made.on('notification', ({ payload }) => {
      const notice = readNotice(payload)
      if (notice !== null) board.tell(notice.center, notice.head)
    })
    try {
      await made.connect()
      await made.query(`listen ${newsChannel}`)
      // What was told while nobody listened here.
      for (const center of board.centers())
        board.tell(center, (await findHead(await directory.of(center), center)) ?? 0)
    } catch (error) {
      if (closed) return
      log('warn', 'news connection failed', { error: toLoggedError(error) })
      await made.end().catch(() => undefined)
      listenLater()
    }
  }
  const listening = listen()

  const notify = async (center: string): Promise<void> => {
    try {
      await notifyNews(home, await directory.of(center), center)
    } catch (error) {
      log('warn', 'news not told', { center, error: toLoggedError(error) })
    }
  }
  return {
    open: async (session) => {
      const head = await findHead(await directory.of(session.center), session.center)
      return closed ? null : board.open(session, head ?? 0)
    },
    tell: (center) => {
      if (closed || telling.has(center)) return
      const told = new Promise<void>((resolve) => setImmediate(resolve))
        .then(() => {
          telling.delete(center)
          return notify(center)
        })
        .finally(() => underWay.delete(told))
      telling.add(center)
      underWay.add(told)
    },
    close: async () => {
      closed = true
      if (again !== null) clearTimeout(again)
      board.close()
      await listening
      await Promise.all(underWay)
      await client?.end().catch(() => undefined)
    },
  }
}
