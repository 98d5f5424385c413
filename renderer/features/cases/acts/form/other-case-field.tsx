import { useQuery } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHost } from '../../../../ipc/clients.ts'
import { TextField } from '../../../../ui/text-field.tsx'

export interface OtherCaseFieldProps {
  readonly label: string
  readonly required: boolean
  readonly problem: string | null
  /** Id of the case, '' while there is none. */
  readonly onChange: (id: string) => void
}

/** Another case by its number, typed or scanned. */
export function OtherCaseField({ label, required, problem, onChange }: OtherCaseFieldProps) {
  const { t } = useTranslation('cases')
  const host = useHost()
  const [text, setText] = useState('')
  const caseNo = text.trim().toUpperCase()
  const found = useQuery({
    queryKey: ['cases', 'byNo', caseNo],
    queryFn: () => host.cases.findByNo({ caseNo }),
    enabled: caseNo.length >= 20,
  })
  const id = found.data ?? ''
  // Only what was found is told, not every rendering of the form around.
  const tell = useRef(onChange)
  useLayoutEffect(() => {
    tell.current = onChange
  })
  useEffect(() => tell.current(id), [id])
  return (
    <TextField
      label={label}
      required={required}
      problem={found.data === null ? t('acts.form.caseUnknown') : problem}
      value={text}
      onChange={setText}
      maxLength={60}
      placeholder={t('acts.form.caseNo')}
      tail={id === '' ? null : t('acts.form.caseFound')}
      tailOk
    />
  )
}
