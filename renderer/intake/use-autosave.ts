import { useEffect, useRef, useState } from 'react'
import type { HostClient } from '../ipc/clients.ts'
import { useBeforeLeave } from '../navigation/navigation-context.ts'
import { draftTitle } from './draft-title.ts'
import { createAutosave, type Autosave } from './model/autosave.ts'
import { formToDraft } from './model/form-draft.ts'
import { holdsWork, type IntakeForm } from './model/form-model.ts'
import type { IntakeSession, SessionEvent } from './model/session.ts'

/** Keeps the form in the store while it is being filled in, and before the page is left or locked. */
export const useAutosave = (
  host: HostClient,
  session: IntakeSession,
  dispatch: (event: SessionEvent) => void,
): Autosave<IntakeForm> => {
  const [autosave] = useState(() =>
    createAutosave<IntakeForm>({
      save: async (form) => {
        // A form that was emptied again is no draft any more.
        if (!holdsWork(form)) await host.drafts.discard({ id: form.caseId, emptied: true })
        else await host.drafts.save(formToDraft(form, draftTitle(form)))
      },
      onSaved: (form) => dispatch({ type: 'saved', caseId: form.caseId, at: Date.now() }),
      onFailed: (form) => dispatch({ type: 'saveFailed', caseId: form.caseId }),
      timers: {
        now: () => performance.now(),
        set: (run, ms) => window.setTimeout(run, ms),
        clear: (id) => window.clearTimeout(id),
      },
    }),
  )
  const { form, phase } = session
  // What is in the store already: the draft as it was opened, or nothing for a form without work in it.
  const stored = useRef(form)
  useEffect(() => {
    const before = stored.current
    stored.current = form
    const changed = form !== before && form.caseId === before.caseId && (holdsWork(form) || holdsWork(before))
    if (phase === 'editing' && changed) autosave.change(form)
  }, [autosave, form, phase])
  useBeforeLeave(() => autosave.flush())
  return autosave
}
