import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseColumnId } from '../../../../contract/queries/case-library.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useHost } from '../../../ipc/clients.ts'
import { useToast } from '../../../ui/toast-store.ts'
import { usualColumns } from './usual-columns.ts'

type Chosen = readonly CaseColumnId[] | null

/** The columns of this person, and the way to change them: seen at once, kept for the next time. */
export const useColumns = () => {
  const host = useHost()
  const toast = useToast()
  const kept = useQuery({ queryKey: ['drafts', 'list-columns'], queryFn: () => host.cases.columns() }).data ?? null
  // Nobody else changes them meanwhile, and an answer of the host may be older than the last key.
  const [own, setOwn] = useState<{ readonly columns: Chosen } | null>(null)
  const { mutate } = useMutation({
    // One after the other: the last one stays.
    scope: { id: 'list-columns' },
    mutationFn: (columns: Chosen) => host.cases.chooseColumns({ columns: columns === null ? null : [...columns] }),
    onError: (error) => {
      setOwn(null)
      toast({ kind: 'problem', ...errorText(error) })
    },
  })
  const chosen = own === null ? kept : own.columns
  return {
    columns: chosen ?? usualColumns,
    isUsual: chosen === null,
    choose: (columns: Chosen) => {
      setOwn({ columns })
      mutate(columns)
    },
  }
}
