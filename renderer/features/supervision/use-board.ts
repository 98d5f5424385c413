import { useCallback, useRef, useState } from 'react'
import type { Board } from '../../../contract/queries/supervision.ts'
import { useHost } from '../../ipc/clients.ts'
import { useRunOnChange } from '../../ipc/use-run-on-change.ts'
import { signalsAdded } from './model/board-state.ts'

/**
 * The board, read again whenever something changed. Signals that have come since are told by number and join the list when the person says
 * so, never under his pointer; everything else is shown at once.
 */
export const useBoard = () => {
  const host = useHost()
  const [shown, setShown] = useState<Board | null>(null)
  const [next, setNext] = useState<Board | null>(null)
  const own = useRef(false)
  const begin = useCallback((signal: AbortSignal) => host.supervision.board(undefined, { signal }), [host])
  const done = useCallback((board: Board) => {
    const asked = own.current
    own.current = false
    setShown((before) => (before === null || asked || signalsAdded(before, board) === 0 ? board : before))
    setNext(board)
  }, [])
  const { read, ...run } = useRunOnChange<Board>({
    topics: ['cases', 'records'],
    name: 'board',
    leastGapMs: 3000,
    begin,
    done,
  })
  /** After an act of one's own, or when asked for: what comes of it is shown as it is. */
  const refresh = useCallback(() => {
    own.current = true
    read()
  }, [read])

  const added = shown === null || next === null ? 0 : signalsAdded(shown, next)
  return { ...run, board: shown, added, join: () => setShown(next), refresh }
}
