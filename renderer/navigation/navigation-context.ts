import type { ReactNode } from 'react'
import { createContext, use, useEffect, useLayoutEffect, useRef } from 'react'
import type { CaseActKind } from '../../domain/case/case-act.ts'
import type { Home, Route } from './route.ts'

/** Awaited before the page is left, the desk locked or the user signed out: a form saves its draft here. */
export type BeforeLeave = () => Promise<void>

export interface Navigation {
  /** Leaves the page when every `BeforeLeave` is done. `act`: the form to open on the page of a case. */
  readonly go: (route: Route, act?: CaseActKind) => void
  /** The act that the page in view was opened for; whoever comes back to it later finds no form open. */
  readonly openedFor: () => CaseActKind | null
  /** The list of all cases in which a text is found. */
  readonly find: (text: string) => void
  readonly back: () => void
  /** On to the next that waits in the queue of the day, as F8 does. */
  readonly next: () => void
  /** The list that whoever looks at a case works through: back to it leads Esc. */
  readonly home: Home
  readonly beforeLeave: Set<BeforeLeave>
  /** The right end of the status line. */
  readonly showFact: (fact: ReactNode) => void
}

export const NavigationContext = createContext<Navigation | null>(null)

/** Throws outside of the workbench: a bug. */
export const useNavigation = (): Navigation => {
  const navigation = use(NavigationContext)
  if (navigation === null) throw new Error('no NavigationContext')
  return navigation
}

export const useBeforeLeave = (run: BeforeLeave): void => {
  const { beforeLeave } = useNavigation()
  const latest = useRef(run)
  useLayoutEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const call = () => latest.current()
    beforeLeave.add(call)
    return () => {
      beforeLeave.delete(call)
    }
  }, [beforeLeave])
}

/** One fact of the page at the right end of the status line, as long as the page is shown. */
export const useStatusFact = (fact: ReactNode): void => {
  const { showFact } = useNavigation()
  useEffect(() => {
    showFact(fact)
    return () => showFact(null)
  }, [showFact, fact])
}
