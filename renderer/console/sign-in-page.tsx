import { ORPCError } from '@orpc/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Gate } from '../ui/gate.tsx'
import { GateSubmit } from '../ui/gate-submit.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useConsole, whoKey } from './console-client.ts'
import { failureText } from './failure-text.ts'

const WaitSchema = z.object({ waitMs: z.int() })

/** CSL-1: center, account and password; which of them is wrong is not told. */
export function SignInPage() {
  const { t } = useTranslation('console')
  const client = useConsole()
  const queries = useQueryClient()
  const [center, setCenter] = useState('')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => client.session.signIn({ center: center.trim(), login: login.trim(), password }),
    onSuccess: (who) => queries.setQueryData(whoKey, who),
    onSettled: () => setPassword(''),
  })
  const missing = [center, login, password].some((text) => text.trim() === '')
  const problem = signIn.isPending ? null : problemOf(signIn.error, t('signIn.wrong'))
  return (
    <Gate
      title={t('title')}
      note={t('signIn.note')}
      onSubmit={() => (missing || signIn.isPending ? undefined : signIn.mutate())}
      foot={[t('signIn.foot')]}
    >
      <TextField
        label={t('signIn.center')}
        value={center}
        onChange={setCenter}
        inputMode="numeric"
        maxLength={6}
        hint={t('signIn.centerHint')}
        autoFocus
      />
      <TextField label={t('signIn.login')} value={login} onChange={setLogin} maxLength={40} autoComplete="username" />
      <TextField
        label={t('signIn.password')}
        type="password"
        value={password}
        onChange={setPassword}
        maxLength={200}
        autoComplete="current-password"
        problem={problem}
      />
      <GateSubmit label={t('signIn.submit')} busy={signIn.isPending} busyLabel={t('signIn.checking')} held={missing} />
    </Gate>
  )

  function problemOf(error: unknown, wrong: string): string | null {
    if (error === null) return null
    if (!(error instanceof ORPCError)) return failureText(error)
    if (error.code === 'SIGN_IN_WRONG' || error.code === 'BAD_REQUEST') return wrong
    const wait = error.code === 'SIGN_IN_WAIT' ? WaitSchema.safeParse(error.data) : null
    return wait?.success === true
      ? t('signIn.wait', { seconds: Math.ceil(wait.data.waitMs / 1000) })
      : failureText(error)
  }
}
