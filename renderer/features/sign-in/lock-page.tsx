import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk, User } from '../../../contract/queries/desk.ts'
import { useHost } from '../../ipc/clients.ts'
import { Button } from '../../ui/button.tsx'
import { Gate } from '../../ui/gate.tsx'
import { AfterAMoment, Progress } from '../../ui/progress.tsx'
import { TextField } from '../../ui/text-field.tsx'
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
      <TextField
        ref={field}
        label={t('password')}
        type="password"
        value={password}
        onChange={form.setPassword}
        maxLength={200}
        autoComplete="current-password"
        autoFocus
        hint={t('lockedHint')}
        problem={form.problem}
      />
      <Button type="submit" variant="primary" keys="Enter" busy={form.busy || form.left > 0}>
        {t('unlock')}
      </Button>
      {form.busy ? (
        <AfterAMoment ms={1000}>
          <Progress label={t('checking')} />
        </AfterAMoment>
      ) : null}
      <Button variant="quiet" onPress={onSignOut}>
        {t('other')}
      </Button>
    </Gate>
  )
}
