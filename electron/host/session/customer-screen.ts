import type { Session, SignedIn } from './session.ts'

/** What the resident is asked about, and under whose sign-in. */
export interface AskedRating {
  readonly caseId: string
  readonly title: string
  readonly organ: string
  readonly by: SignedIn
}

/** The desk while it is the resident's to rate one case: locked, so that nothing of the work can be reached from it. */
export interface CustomerScreen {
  /** What he sees of it; null = the screen is not his. */
  readonly find: () => { readonly title: string; readonly organ: string } | null
  readonly open: (asked: Omit<AskedRating, 'by'>) => void
  /** What was asked, for the answer; null = nobody asks any more. */
  readonly asked: () => AskedRating | null
  readonly close: () => void
}

/** Longest that a question stands: whoever went away without an answer is not rated for by the next. */
const standsMs = 3 * 60_000

export const createCustomerScreen = (session: Session, monotonic: () => number): CustomerScreen => {
  let current: { readonly asked: AskedRating; readonly until: number } | null = null
  const asked = (): AskedRating | null => {
    if (current !== null && monotonic() > current.until) current = null
    return current?.asked ?? null
  }
  // Whoever unlocks the desk, or signs in or out, has it back.
  session.subscribe(() => {
    if (session.find()?.locked !== true) current = null
  })
  return {
    find: () => {
      const found = asked()
      return found === null ? null : { title: found.title, organ: found.organ }
    },
    open: (what) => {
      const by = session.find()
      if (by === null || by.locked) return
      current = { asked: { ...what, by }, until: monotonic() + standsMs }
      session.lock()
    },
    asked,
    close: () => {
      current = null
    },
  }
}
