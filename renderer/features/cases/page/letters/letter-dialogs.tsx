import { lazy, Suspense } from 'react'
import type { CaseState } from '../../../../../domain/case/case-state.ts'
import { ReprintDialog } from './reprint-dialog.tsx'
import type { Letters } from './use-letters.ts'

// The sheets and their codes are loaded with the first letter that is looked at.
const LetterPreview = lazy(async () => ({
  default: (await import('../../../../letters/letter-preview.tsx')).LetterPreview,
}))

/** The letter looked at, or the question why it is printed again. */
export function LetterDialogs({ state, letters }: { readonly state: CaseState; readonly letters: Letters }) {
  const { looked, again, close, print, printAgain } = letters
  return (
    <>
      {looked === null ? null : (
        <Suspense fallback={null}>
          <LetterPreview
            caseId={state.id}
            letter={looked.letter}
            {...(looked.document === undefined ? {} : { document: looked.document })}
            onClose={close}
            onPrint={() => print(looked)}
          />
        </Suspense>
      )}
      {again === null ? null : (
        <ReprintDialog
          letter={again.letter}
          onClose={close}
          onPrint={(copies, reason) => printAgain(again, copies, reason)}
        />
      )}
    </>
  )
}
