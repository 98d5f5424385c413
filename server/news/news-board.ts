import { PassThrough, type Readable } from 'node:stream'
import { newsEvent, newsPulse, newsPulseMs } from '../../contract/sync-news.ts'
import type { Session } from '../sync/token.ts'

/** The streams of one server process, by center. */
export interface NewsBoard {
  /** A stream that begins with `head`; null when there are too many. A device has one: its next ends the one before. */
  readonly open: (session: Session, head: number) => Readable | null
  /** Everybody of the center hears how far its history goes now; a number that is not newer is not told again. */
  readonly tell: (center: string, head: number) => void
  /** Centers that somebody listens for. */
  readonly centers: () => readonly string[]
  readonly close: () => void
}

interface Listener {
  readonly session: Session
  readonly stream: PassThrough
  told: number
}

const shortQueue = { readableHighWaterMark: 1024, writableHighWaterMark: 1024 }
/** A reader that is this far behind does not read: its device asks by itself. */
const longestQueue = 16 * 1024

/** SYN-54. A stream ends with the token that it was opened with, so that nobody listens on after he may not. */
export const createNewsBoard = (
  limit: number,
  { now = Date.now, pulseMs = newsPulseMs }: { readonly now?: () => number; readonly pulseMs?: number } = {},
): NewsBoard => {
  const listeners = new Map<string, Listener>()
  const end = (listener: Listener): void => {
    const { device } = listener.session
    if (listeners.get(device) === listener) listeners.delete(device)
    listener.stream.end()
  }
  const send = (listener: Listener, text: string): void => {
    if (listener.stream.writableLength > longestQueue || listener.session.expiresAt <= now()) end(listener)
    else listener.stream.write(text)
  }
  const pulse = setInterval(() => {
    for (const listener of listeners.values()) send(listener, newsPulse)
  }, pulseMs)
  pulse.unref()
  return {
    open: (session, head) => {
      const before = listeners.get(session.device)
      if (before !== undefined) end(before)
      if (listeners.size >= limit) return null
      const listener: Listener = { session, stream: new PassThrough(shortQueue), told: head }
      listeners.set(session.device, listener)
      listener.stream.once('close', () => end(listener))
      listener.stream.on('error', () => end(listener))
      send(listener, newsEvent({ center: session.center, head }))
      return listener.stream
    },
    tell: (center, head) => {
      for (const listener of listeners.values()) {
        if (listener.session.center !== center || listener.told >= head) continue
        listener.told = head
        send(listener, newsEvent({ center, head }))
      }
    },
    centers: () => [...new Set([...listeners.values()].map(({ session }) => session.center))],
    close: () => {
      clearInterval(pulse)
      for (const listener of listeners.values()) end(listener)
    },
  }
}
