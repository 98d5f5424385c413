import { useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseActKind } from '../../domain/case/case-act.ts'
import { searchEverything } from '../features/cases/list/list-state.ts'
import { errorText } from '../i18n/error-text.ts'
import type { BeforeLeave, Navigation } from '../navigation/navigation-context.ts'
import { back, homeOf, visit, type History } from '../navigation/route.ts'
import { useToast } from '../ui/toast-store.ts'
import { type SessionMemory, visited } from './session-memory.ts'

export interface BenchNavigation {
  readonly navigation: Navigation
  /** What the page in view says at the right end of the status line. */
  readonly fact: ReactNode
  /** Locks or signs out once every form of the page is saved; a form that cannot be saved keeps the person where he is. */
  readonly endBy: (act: () => Promise<void>) => void
}

interface BenchOptions {
  readonly memory: SessionMemory
  readonly onMemoryChange: (change: (memory: SessionMemory) => SessionMemory) => void
  /** On to the next that waits. */
  readonly toNext: RefObject<() => void>
}

/** The ways between the pages of whoever is signed in, and what must be saved before one is left. */
export const useBenchNavigation = ({ memory, onMemoryChange, toNext }: BenchOptions): BenchNavigation => {
  const { t } = useTranslation('frame')
  const toast = useToast()
  const begin = useRef<CaseActKind | null>(null)
  const [fact, setFact] = useState<ReactNode>(null)
  const [beforeLeave] = useState(() => new Set<BeforeLeave>())
  const home = homeOf(memory.history)
  const navigation = useMemo<Navigation>(() => {
    const move = (next: (history: History) => History) => {
      leave(beforeLeave)
        .then(() => onMemoryChange((before) => visited(before, next(before.history))))
        .catch((error: unknown) => toast({ kind: 'problem', text: t('leaveFailed'), code: errorText(error).code }))
    }
    return {
      go: (to, act) => {
        begin.current = act ?? null
        move((history) => visit(history, to))
      },
      openedFor: () => begin.current,
      back: () => {
        begin.current = null
        move(back)
      },
      find: (text) => {
        onMemoryChange((before) => ({ ...before, list: searchEverything(before.list, text) }))
        move((history) => visit(history, { page: 'cases' }))
      },
      next: () => toNext.current(),
      home,
      beforeLeave,
      showFact: setFact,
    }
  }, [beforeLeave, home, onMemoryChange, toast, toNext, t])
  const endBy = (act: () => Promise<void>) => {
    leave(beforeLeave)
      .then(act)
      .catch((error: unknown) => toast({ kind: 'problem', text: t('lockFailed'), code: errorText(error).code }))
  }
  return { navigation, fact, endBy }
}

/** Every form saves first; one that cannot keeps the person on its page. */
const leave = async (beforeLeave: ReadonlySet<BeforeLeave>): Promise<void> => {
  await Promise.all([...beforeLeave].map((run) => run()))
}
