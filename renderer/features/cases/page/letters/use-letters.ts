import { useState } from 'react'
import { printsOf } from '../../../../../domain/case/letters.ts'
import type { CaseState } from '../../../../../domain/case/case-state.ts'
import type { Printing } from '../../../../printing/use-print.ts'
import type { ShownLetter } from './shown-letter.ts'

export interface Letters {
  readonly looked: ShownLetter | null
  readonly again: ShownLetter | null
  readonly preview: (letter: ShownLetter) => void
  /** The first time at once; after that it is asked why. */
  readonly print: (letter: ShownLetter) => void
  readonly printAgain: (letter: ShownLetter, copies: number, reason: string) => void
  readonly close: () => void
}

/** What is done with the letters of the open case. Nothing of it outlives the page. */
export const useLetters = (state: CaseState, { print: send }: Printing): Letters => {
  const [looked, setLooked] = useState<ShownLetter | null>(null)
  const [again, setAgain] = useState<ShownLetter | null>(null)
  const close = () => {
    setLooked(null)
    setAgain(null)
  }
  const order = ({ letter, document }: ShownLetter, copies: number, reason?: string) =>
    void send([
      {
        caseId: state.id,
        letter,
        copies,
        ...(document === undefined ? {} : { document }),
        ...(reason === undefined ? {} : { reason }),
      },
    ])
  return {
    looked,
    again,
    close,
    preview: setLooked,
    print: (shown) => {
      close()
      if (printsOf(state, shown.letter, shown.document) === 0) order(shown, 1)
      else setAgain(shown)
    },
    printAgain: (shown, copies, reason) => {
      close()
      order(shown, copies, reason)
    },
  }
}
