import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Mark } from './mark.tsx'
import './field.css'

export interface FieldCommonProps {
  readonly label: ReactNode
  readonly required?: boolean
  /** What the field accepts, or what follows from it. */
  readonly hint?: ReactNode
  /** One sentence that says what is wrong; null or absent when nothing is. */
  readonly problem?: string | null | undefined
  readonly className?: string
}

export interface FieldProps extends FieldCommonProps {
  /** Id of the control; hint and problem get `{id}-hint` and `{id}-problem`. */
  readonly id: string
  readonly children: ReactNode
}

/** Label above, control, hint and problem below; the same for every kind of control. */
export function Field({ id, label, required = false, hint, problem, className = '', children }: FieldProps) {
  return (
    <div className={`field ${className}`}>
      <label className="field-label" htmlFor={id}>
        {label}
        <RequiredMark required={required} />
      </label>
      {children}
      <FieldNotes id={id} hint={hint} problem={problem} />
    </div>
  )
}

/** Said to screen readers by `aria-required` of the control. */
export function RequiredMark({ required }: { readonly required: boolean }) {
  const { t } = useTranslation('ui')
  return required ? (
    <span className="field-required" aria-hidden="true">
      {t('required')}
    </span>
  ) : null
}

export function FieldNotes({ id, hint, problem }: Pick<FieldProps, 'id' | 'hint' | 'problem'>) {
  return (
    <>
      {problem ? (
        <p className="err" id={`${id}-problem`}>
          <Mark name="cross" /> {problem}
        </p>
      ) : null}
      {hint === undefined || hint === null ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  )
}

/** What describes the control with this id, for `aria-describedby`. */
export const describedBy = ({ id, hint, problem }: Pick<FieldProps, 'id' | 'hint' | 'problem'>): string | undefined => {
  const ids = [problem ? `${id}-problem` : null, hint === undefined || hint === null ? null : `${id}-hint`]
  return ids.filter((part) => part !== null).join(' ') || undefined
}

/** The same, to spread where the property may not be given as undefined. */
export const describedByProps = (notes: Pick<FieldProps, 'id' | 'hint' | 'problem'>) => {
  const ids = describedBy(notes)
  return ids === undefined ? {} : { 'aria-describedby': ids }
}
