import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Board } from '../../../contract/queries/supervision.ts'
import { useHost } from '../../ipc/clients.ts'
import { useRun } from '../../ipc/use-run.ts'
import { signalsAdded } from './model/board-state.ts'

/** Between two looks at the whole store; a burst of commits from the sync is one look. */
const leastGapMs = 3000

/**
 * The board, read again whenever something changed. Signals that have come since are told by number and join the list when the person says
 * so, never under his pointer; everything else is shown at once.
 */
export const useBoard = () => {
  const host = useHost()
  const { start, busy, progress, error, cancel, cancelled } = useRun<Board>()
  const [shown, setShown] = useState<Board | null>(null)
  const [next, setNext] = useState<Board | null>(null)
  // Asked again with each change of the topic that its key begins with.
  const cases = useQuery({ queryKey: ['cases', 'board'], queryFn: () => Promise.resolve(Date.now()) })
  const records = useQuery({ queryKey: ['records', 'board'], queryFn: () => Promise.resolve(Date.now()) })
  const changed = `${String(cases.data ?? 0)} ${String(records.data ?? 0)}`
  const lastRead = useRef(0)
  const own = useRef(false)

  const read = useCallback(() => {
    start(
      (signal) => host.supervision.board(undefined, { signal }),
      (board) => {
        lastRead.current = Date.now()
        const asked = own.current
        own.current = false
        setShown((before) => (before === null || asked || signalsAdded(before, board) === 0 ? board : before))
        setNext(board)
      },
    )
  }, [host, start])
  /** After an act of one's own, or when asked for: what comes of it is shown as it is. */
  const refresh = useCallback(() => {
    own.current = true
    read()
  }, [read])
  useEffect(() => {
    if (changed.startsWith('0 ') || changed.endsWith(' 0')) return
    const wait = Math.max(0, lastRead.current + leastGapMs - Date.now())
    const timer = window.setTimeout(read, wait)
    return () => window.clearTimeout(timer)
  }, [changed, read])

  const added = shown === null || next === null ? 0 : signalsAdded(shown, next)
  return { board: shown, added, join: () => setShown(next), refresh, busy, progress, error, cancel, cancelled }
}
