import { useEffect, useState } from 'react'
import { CaseNoSchema } from '../../../contract/primitives.ts'
import { useHost } from '../../ipc/clients.ts'
import { useIntake } from '../../intake/intake-context.ts'

/** Looks for the case that is complained about as soon as its number is whole; `none` = no case of this store has it. */
export const useSubjectCase = (): 'none' | null => {
  const host = useHost()
  const { form, dispatch } = useIntake()
  const { caseId, contact } = form
  const typed = contact.subjectCaseNo.trim().toUpperCase()
  const no = contact.subjectKind === 'case' && CaseNoSchema.safeParse(typed).success ? typed : null
  const [missing, setMissing] = useState<string | null>(null)
  useEffect(() => {
    if (no === null) return
    const stop = new AbortController()
    host.cases
      .findByNo({ caseNo: no }, { signal: stop.signal })
      .then((id) => {
        if (id === null) setMissing(no)
        else dispatch({ type: 'subjectFound', caseId, no, id })
      })
      // Without an answer the number stays what it is: typed, and not found.
      .catch(() => undefined)
    return () => stop.abort()
  }, [host, dispatch, caseId, no])
  return no !== null && missing === no && contact.subjectCase === null ? 'none' : null
}
