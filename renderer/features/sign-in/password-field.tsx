import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/text-field.tsx'
import type { PasswordForm } from './use-password-form.ts'

export interface PasswordFieldProps {
  readonly form: PasswordForm
  readonly autoFocus?: boolean
  readonly hint?: string
  readonly ref: Ref<HTMLInputElement & HTMLTextAreaElement>
}

/** The password of a `usePasswordForm`, with what was wrong with the last try. */
export function PasswordField({ form, ...props }: PasswordFieldProps) {
  const { t } = useTranslation('sign-in')
  return (
    <TextField
      {...props}
      label={t('password')}
      type="password"
      value={form.password}
      onChange={form.setPassword}
      maxLength={200}
      autoComplete="current-password"
      problem={form.problem}
    />
  )
}
