import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CaseActSchema } from '../../../../contract/acts/case-acts.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { CaseAct } from '../../../../domain/case/case-act.ts'
import { refusalText } from '../../../i18n/refusal-text.ts'
import { errorText, type ErrorText } from '../../../i18n/error-text.ts'
import { useHost } from '../../../ipc/clients.ts'

/** Sends one act on a case as it was seen; a refusal or a fault stays until the next try. */
export const useAct = (state: Pick<CaseState, 'id' | 'version'>, onDone: () => void) => {
  const host = useHost()
  const queries = useQueryClient()
  const act = useMutation({
    mutationFn: (what: CaseAct) =>
      host.cases.perform({ caseId: state.id, base: state.version, act: CaseActSchema.parse(what) }),
    // What the page offers next is about the case as it is then, so that is waited for.
    onSuccess: async (result) => {
      if (!result.ok) return
      await queries.invalidateQueries({ queryKey: ['cases', 'one', state.id] })
      onDone()
    },
  })
  const failure: ErrorText | null =
    act.error !== null
      ? errorText(act.error)
      : act.data?.ok === false
        ? { text: refusalText(act.data.error), code: act.data.error.code }
        : null
  return {
    perform: (what: CaseAct) => (act.isPending ? undefined : act.mutate(what)),
    busy: act.isPending,
    failure,
    /** Fields the host found wrong, if that was the refusal. */
    problems: act.data?.ok === false ? act.data.error.fields : [],
  }
}
