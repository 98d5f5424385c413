import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListView } from '../../../../contract/queries/case-library.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useHost } from '../../../ipc/clients.ts'

const key = ['drafts', 'list-views'] as const

/** The views of this person; each act answers whether it was done, and what kept it from being done stands in `problem`. */
export const useViews = () => {
  const { t } = useTranslation('cases')
  const host = useHost()
  const queries = useQueryClient()
  const [problem, setProblem] = useState<{ readonly text: string; readonly code: string | null } | null>(null)
  const { data: views, error } = useQuery({ queryKey: key, queryFn: () => host.cases.views() })
  const done = async (act: () => ReturnType<typeof host.cases.keepView>): Promise<boolean> => {
    setProblem(null)
    try {
      const result = await act()
      if (!result.ok) setProblem({ text: t(`list.views.problem.${result.error.code}`), code: result.error.code })
      await queries.invalidateQueries({ queryKey: key })
      return result.ok
    } catch (error) {
      setProblem(errorText(error))
      return false
    }
  }
  return {
    views,
    problem: problem ?? (error === null ? null : errorText(error)),
    keep: (view: ListView) => done(() => host.cases.keepView(view)),
    rename: (id: string, name: string) => done(() => host.cases.renameView({ id, name })),
    remove: (id: string) =>
      done(async () => {
        await host.cases.removeView({ id })
        return { ok: true, value: {} }
      }),
  }
}
