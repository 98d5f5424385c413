import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk } from '../../../contract/queries/desk.ts'
import { useHost } from '../../ipc/clients.ts'
import { Gate } from '../../ui/gate.tsx'
import { GateSubmit } from '../../ui/gate-submit.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PasswordField } from './password-field.tsx'
import { usePasswordForm } from './use-password-form.ts'

export interface SignInPageProps {
  readonly desk: Desk
  readonly onDone: (desk: Desk) => void
}

/** Works offline: the host checks against what the server sent earlier. */
export function SignInPage({ desk, onDone }: SignInPageProps) {
  const { t } = useTranslation('sign-in')
  const host = useHost()
  const [login, setLogin] = useState('')
  const form = usePasswordForm(onDone)
  const passwordField = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const loginField = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const { password } = form

  const submit = () => {
    if (login.trim() === '') {
      loginField.current?.focus()
      return password === '' ? undefined : form.setProblem(t('needBoth'))
    }
    // Enter after the login number goes on to the password, as every desk expects.
    if (password === '') return passwordField.current?.focus()
    form.submit(() => host.desk.signIn({ login: login.trim(), password }))
    passwordField.current?.focus()
  }
  return (
    <Gate
      title={desk.center?.name ?? t('title')}
      note={desk.window?.name}
      onSubmit={submit}
      foot={[
        t('offline'),
        desk.deviceNo === null ? '' : t('device', { deviceNo: desk.deviceNo }),
        t('version', { version: desk.appVersion }),
      ]}
    >
      <TextField
        ref={loginField}
        label={t('login')}
        value={login}
        onChange={setLogin}
        maxLength={60}
        autoComplete="username"
        autoFocus
      />
      <PasswordField ref={passwordField} form={form} />
      <GateSubmit label={t('submit')} busy={form.busy} busyLabel={t('checking')} held={form.left > 0} />
    </Gate>
  )
}
