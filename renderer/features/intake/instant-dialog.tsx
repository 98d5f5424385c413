import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { feeBasisKinds } from '../../../domain/fees/settlement.ts'
import { paymentMethods } from '../../../domain/service/service-fee.ts'
import { fieldProblemText } from '../../i18n/refusal-text.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { DateSlot } from './date-slot.tsx'
import { useIntake } from '../../intake/intake-context.ts'
import { instantLimits, receiverOf, type InstantText } from '../../intake/model/instant-act.ts'
import { attempt, instantProblems } from '../../intake/model/preview.ts'

export interface InstantDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
}

/** 当场办结: what the decision needs is asked in one step; it is part of the form, so that closing the step loses nothing. */
export function InstantDialog({ open, onClose, onConfirm }: InstantDialogProps) {
  const { t } = useTranslation('intake')
  return (
    <Dialog title={t('instant.title')} open={open} onClose={onClose} wide>
      <InstantForm onClose={onClose} onConfirm={onConfirm} />
    </Dialog>
  )
}

function InstantForm({ onClose, onConfirm }: Omit<InstantDialogProps, 'open'>) {
  const { t } = useTranslation(['intake', 'ui', 'terms'])
  const { form, context, edit } = useIntake()
  const first = useRef<HTMLDivElement>(null)
  const { instant, matter } = form
  const item = matter?.kind === 'service' ? matter.item : null
  // Mostly whoever sits here signs; anything else is typed over it.
  const isNew = useRef(instant.signedBy === '')
  useEffect(() => {
    if (isNew.current) edit({ type: 'instant', field: 'signedBy', text: context.user.name })
    isNew.current = false
  }, [edit, context.user.name])
  useEffect(() => first.current?.querySelector('input')?.focus(), [])
  const problems = instantProblems(form, context)
  const confirm = () => {
    if (problems.length === 0) onConfirm()
  }
  useKeys([{ keys: 'F9', label: t('instant.confirm'), run: confirm }])
  const accepted = attempt(form, 'service.accept', context)
  const receiver =
    accepted.ok && 'intake' in accepted.value && 'materials' in accepted.value.intake
      ? receiverOf(accepted.value.intake)
      : null
  const problem = (field: string) => {
    const found = problems.find((each) => each.field === field)
    return found === undefined ? null : fieldProblemText(found.code)
  }
  const text = (field: InstantText, label: string, wrong: string | null, required = false) => (
    <TextField
      label={label}
      name={`instant.${field}`}
      required={required}
      maxLength={instantLimits[field]}
      value={instant[field]}
      onChange={(value) => edit({ type: 'instant', field, text: value })}
      problem={wrong}
    />
  )
  return (
    <>
      <div className="intake-instant">
        <div ref={first}>{text('signedBy', t('instant.signedBy'), problem('signedBy'), true)}</div>
        {item === null || item.resultName === null ? null : (
          <>
            {text('certificateNo', t('instant.certificateNo', { name: item.resultName }), null)}
            <DateSlot
              name="instant.validUntil"
              span={12}
              label={t('instant.validUntil')}
              value={instant.validUntil}
              onChange={(value) => edit({ type: 'instant', field: 'validUntil', text: value })}
              side="after"
            />
          </>
        )}
        {item?.fee?.charged === true ? (
          <>
            {text('amount', t('instant.amount'), problem('instant.amount'), true)}
            <Select
              label={t('instant.method')}
              value={instant.method}
              onChange={(method) => edit({ type: 'instantChoice', choices: { method } })}
              options={paymentMethods.map((value) => ({ value, label: t(`terms:paymentMethod.${value}`) }))}
            />
            {text('receiptNo', t('instant.receiptNo'), problem('fee.payment.receiptNo'), true)}
            <Select
              label={t('instant.feeBasis')}
              value={instant.feeBasis}
              onChange={(feeBasis) => edit({ type: 'instantChoice', choices: { feeBasis } })}
              options={feeBasisKinds.map((value) => ({ value, label: t(`instant.basis.${value}`) }))}
            />
          </>
        ) : null}
      </div>
      {receiver === null ? null : (
        <p>
          {t('instant.receiver', {
            name: receiver.name,
            relation: t(`instant.relation.${relationOf(receiver.relation)}`),
          })}
        </p>
      )}
      {problems.some(({ field }) => field === 'proof.receiver.idNumber') ? (
        <p className="err">{t('instant.noNumber')}</p>
      ) : null}
      <p className="muted small">{t('instant.note')}</p>
      <div className="intake-dialog-foot">
        <Button onPress={onClose} keys="Esc">
          {t('ui:cancel')}
        </Button>
        <Button
          variant="primary"
          keys="F9"
          onPress={confirm}
          disabledReason={problems.length === 0 ? null : t('verdict.problems', { n: problems.length })}
        >
          {t('instant.confirm')}
        </Button>
      </div>
    </>
  )
}

/** Those that an intake can have. */
const relationOf = (relation: ReturnType<typeof receiverOf>['relation']): 'self' | 'representative' | 'staff' =>
  relation === 'representative' || relation === 'staff' ? relation : 'self'
