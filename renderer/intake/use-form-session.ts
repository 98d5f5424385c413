import { useCallback, useEffect, useMemo, useReducer } from 'react'
import type { RefObject } from 'react'
import type { User } from '../../contract/queries/desk.ts'
import type { PlainDate } from '../../domain/plain-date.ts'
import { fieldProblemText } from '../i18n/refusal-text.ts'
import { useHost } from '../ipc/clients.ts'
import { workCalendar } from '../work-calendar.ts'
import type { Intake } from './intake-context.ts'
import type { Autosave } from './model/autosave.ts'
import type { FormEdit } from './model/form-edits.ts'
import type { IntakeForm } from './model/form-model.ts'
import { problemsOf, type PreviewContext } from './model/preview.ts'
import { problemsByField } from './model/problem-fields.ts'
import { nextSession, type IntakeSession } from './model/session.ts'
import { useAutosave } from './use-autosave.ts'
import { useFocusField } from './use-focus-field.ts'
import { useLookups } from './use-lookups.ts'
import { usePapers } from './use-papers.ts'

/** The form of one client with what happens while it is filled in: kept as a draft, people looked up, papers taken, problems told. */
export const useFormSession = (
  initial: IntakeSession,
  desk: { readonly today: PlainDate; readonly user: User },
  screen: RefObject<HTMLElement | null>,
): { readonly intake: Intake; readonly autosave: Autosave<IntakeForm> } => {
  const host = useHost()
  const [session, dispatch] = useReducer(nextSession, initial)
  const { form, today } = session
  useEffect(() => dispatch({ type: 'today', today: desk.today }), [desk.today])
  const autosave = useAutosave(host, session, dispatch)
  useLookups(host, session, dispatch)
  const papers = usePapers(host, form)

  const { id: staffId, name, role } = desk.user
  const context = useMemo<PreviewContext>(
    () => ({ today, role, calendar: workCalendar(), user: { staffId, name } }),
    [today, role, staffId, name],
  )
  const problems = useMemo(() => {
    const refused = session.refusal?.fields ?? []
    return problemsByField([...problemsOf(form, context), ...refused])
  }, [form, context, session.refusal])
  const focusField = useFocusField(screen)
  const edit = useCallback((change: FormEdit) => dispatch({ type: 'edit', edit: change }), [])
  const { tried, visited } = session
  const problemOf = useCallback(
    (field: string) => {
      const problem = problems.get(field)
      return problem !== undefined && (tried || visited.includes(field)) ? fieldProblemText(problem.code) : null
    },
    [problems, tried, visited],
  )
  return { intake: { session, form, context, dispatch, edit, problemOf, focusField, papers }, autosave }
}
