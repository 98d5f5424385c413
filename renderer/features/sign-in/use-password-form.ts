import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { Desk, SignInRefusalSchema } from '../../../contract/queries/desk.ts'
import type { Result } from '../../../domain/result.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useWait } from './use-wait.ts'

type SignInRefusal = z.infer<typeof SignInRefusalSchema>

export interface PasswordForm {
  readonly password: string
  readonly setPassword: (password: string) => void
  readonly problem: string | null
  readonly setProblem: (problem: string) => void
  readonly busy: boolean
  /** Seconds until the host looks at a password again. */
  readonly left: number
  readonly submit: (ask: () => Promise<Result<Desk, SignInRefusal>>) => void
}

/** What sign-in and unlocking share: one try at a time, the wait after failures, the password gone from the page after each try. */
export const usePasswordForm = (onDone: (desk: Desk) => void): PasswordForm => {
  const { t } = useTranslation('sign-in')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const wait = useWait()

  const refuse = ({ code, seconds }: SignInRefusal) => {
    if (code === 'wait') {
      wait.start(seconds ?? 0)
      return setProblem(null)
    }
    setProblem(t(`refusal.${code}`))
  }
  const submit = (ask: () => Promise<Result<Desk, SignInRefusal>>) => {
    if (busy || wait.left > 0) return
    setBusy(true)
    setProblem(null)
    wait.clear()
    ask()
      .then((result) => (result.ok ? onDone(result.value) : refuse(result.error)))
      .catch((error: unknown) => setProblem(errorText(error).text))
      .finally(() => {
        setPassword('')
        setBusy(false)
      })
  }
  const waiting = wait.left > 0 ? t('refusal.wait', { seconds: wait.left }) : wait.waited ? t('refusal.waitOver') : null
  return { password, setPassword, problem: problem ?? waiting, setProblem, busy, left: wait.left, submit }
}
