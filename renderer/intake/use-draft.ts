import { useEffect, useState } from 'react'
import type { PlainDate } from '../../domain/plain-date.ts'
import { useHost } from '../ipc/clients.ts'
import { readDraft, type DraftProblem } from './model/form-draft.ts'
import { sessionOf, type IntakeSession } from './model/session.ts'

export type OpenedDraft =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly session: IntakeSession }
  | { readonly state: 'gone' }
  | { readonly state: 'unusable'; readonly code: DraftProblem }
  | { readonly state: 'broken'; readonly error: unknown }

/** Reads a draft once, and outside of the query cache, which would keep it for whoever comes next. */
export const useDraft = (id: string, today: PlainDate): OpenedDraft => {
  const host = useHost()
  const [draft, setDraft] = useState<OpenedDraft>({ state: 'loading' })
  // The day a draft is opened on stays the day it was opened on; midnight is the screen's own matter.
  const [day] = useState(today)
  useEffect(() => {
    let wanted = true
    const open = async (): Promise<OpenedDraft> => {
      try {
        const stored = await host.drafts.get({ id })
        if (stored === null) return { state: 'gone' }
        const form = readDraft(stored.form)
        return form.ok
          ? { state: 'ready', session: sessionOf(form.value, day) }
          : { state: 'unusable', code: form.error }
      } catch (error) {
        return { state: 'broken', error }
      }
    }
    void open().then((opened) => (wanted ? setDraft(opened) : undefined))
    return () => {
      wanted = false
    }
  }, [host, id, day])
  return draft
}
