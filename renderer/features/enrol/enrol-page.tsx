import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../contract/queries/desk.ts'
import { errorText } from '../../i18n/error-text.ts'
import { syncProblemText } from '../../i18n/sync-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { Banner } from '../../ui/banner.tsx'
import { Gate } from '../../ui/gate.tsx'
import { GateSubmit } from '../../ui/gate-submit.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { readEnrolForm } from './enrol-form.ts'

export interface EnrolPageProps {
  readonly desk: Desk
  readonly onDone: (desk: Desk) => void
}

/** First use of a device: where the center's server is, and the one-time code an administrator gave out. */
export function EnrolPage({ desk, onDone }: EnrolPageProps) {
  const { t } = useTranslation(['enrol', 'sign-in'])
  const host = useHost()
  const [server, setServer] = useState('')
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const enrolment = useMutation({
    mutationFn: (input: { server: string; code: string }) => host.desk.enrol(input),
    onSuccess: (result) => (result.ok ? onDone(result.value) : undefined),
  })
  const form = readEnrolForm(server, code)
  const submit = () => {
    setAsked(true)
    if (form.server !== null && form.code !== null && !enrolment.isPending) {
      enrolment.mutate({ server: form.server, code: form.code })
    }
  }
  const failure =
    enrolment.error !== null
      ? errorText(enrolment.error)
      : enrolment.data?.ok === false
        ? { text: syncProblemText(enrolment.data.error.code), code: enrolment.data.error.code }
        : null
  return (
    <Gate
      title={t('title')}
      note={t('intro')}
      onSubmit={submit}
      foot={[t('sign-in:version', { version: desk.appVersion })]}
    >
      {failure === null ? null : (
        <Banner tone="problem" title={t('failed')} code={failure.code}>
          {failure.text}
        </Banner>
      )}
      <TextField
        label={t('server')}
        value={server}
        onChange={setServer}
        type="url"
        maxLength={300}
        autoFocus
        hint={t('serverHint')}
        problem={asked && form.server === null ? t('needServer') : null}
      />
      <TextField
        label={t('code')}
        value={code}
        onChange={setCode}
        maxLength={40}
        hint={t('codeHint')}
        problem={asked && form.code === null ? t('needCode') : null}
      />
      <GateSubmit label={t('submit')} busy={enrolment.isPending} busyLabel={t('busy')} />
    </Gate>
  )
}
