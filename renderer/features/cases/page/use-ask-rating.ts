import { useMutation, useQueryClient } from '@tanstack/react-query'
import { refusalText } from '../../../i18n/refusal-text.ts'
import { errorText, type ErrorText } from '../../../i18n/error-text.ts'
import { useHost } from '../../../ipc/clients.ts'
import { useNavigation } from '../../../navigation/navigation-context.ts'

/** Hands the screen to the resident. The host locks the desk for it; what was fetched for the clerk leaves the page with him. */
export const useAskRating = (caseId: string) => {
  const host = useHost()
  const queries = useQueryClient()
  const { beforeLeave } = useNavigation()
  const asking = useMutation({
    mutationFn: async () => {
      await Promise.all([...beforeLeave].map((run) => run()))
      return host.rating.ask({ caseId })
    },
    onSuccess: (result) => {
      if (!result.ok) return
      queries.setQueryData(['desk'], result.value)
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'desk' })
    },
  })
  const failure: ErrorText | null =
    asking.error !== null
      ? errorText(asking.error)
      : asking.data?.ok === false
        ? { text: refusalText(asking.data.error), code: asking.data.error.code }
        : null
  return { ask: () => (asking.isPending ? undefined : asking.mutate()), busy: asking.isPending, failure }
}
