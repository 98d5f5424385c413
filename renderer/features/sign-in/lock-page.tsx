import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk, User } from '../../../contract/queries/desk.ts'
import { useHost } from '../../ipc/clients.ts'
import { Button } from '../../ui/button.tsx'
import { Gate } from '../../ui/gate.tsx'
import { GateSubmit } from '../../ui/gate-submit.tsx'
import { PasswordField } from './password-field.tsx'
import { usePasswordForm } from './use-password-form.ts'

export interface LockPageProps {
  readonly desk: Desk
  readonly user: User
  readonly onDone: (desk: Desk) => void
  /** Somebody else wants to work here. */
  readonly onSignOut: () => void
}

/** Says who locked the desk and nothing of what he was doing: the work itself is not in the page while this is. */
export function LockPage({ desk, user, onDone, onSignOut }: LockPageProps) {
  const { t } = useTranslation('sign-in')
  const host = useHost()
  const form = usePasswordForm(onDone)
  const { password } = form
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const submit = () => {
    field.current?.focus()
    if (password === '') return form.setProblem(t('needPassword'))
    form.submit(() => host.desk.unlock({ password }))
  }
  return (
    <Gate
      title={user.name}
      note={`${desk.center?.name ?? ''} · ${t('lockedTitle')}`}
      onSubmit={submit}
      foot={[t('otherHint')]}
    >
      <PasswordField ref={field} form={form} autoFocus hint={t('lockedHint')} />
      <GateSubmit label={t('unlock')} busy={form.busy} busyLabel={t('checking')} held={form.left > 0} />
      <Button variant="quiet" onPress={onSignOut}>
        {t('other')}
      </Button>
    </Gate>
  )
}
