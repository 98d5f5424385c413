import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalGrounds } from '../../../domain/service/service-intake.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useIntake } from '../../intake/intake-context.ts'

export interface RefuseDialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
}

/** 不予受理 needs a ground and an explanation; both are part of the form, so that closing the dialog loses nothing. */
export function RefuseDialog({ open, onClose, onConfirm }: RefuseDialogProps) {
  const { t } = useTranslation('intake')
  return (
    <Dialog title={t('refuse.title')} open={open} onClose={onClose} wide>
      <RefuseForm onClose={onClose} onConfirm={onConfirm} />
    </Dialog>
  )
}

function RefuseForm({ onClose, onConfirm }: Omit<RefuseDialogProps, 'open'>) {
  const { t } = useTranslation(['intake', 'ui', 'problems'])
  const { form, edit } = useIntake()
  const { refusalGround, refusalExplanation } = form
  const missing = refusalGround === null || refusalExplanation.trim() === ''
  const confirm = () => {
    if (!missing) onConfirm()
  }
  const ground = useRef<HTMLDivElement>(null)
  // The first thing asked for.
  useEffect(() => ground.current?.querySelector('button')?.focus(), [])
  useKeys([{ keys: 'F9', label: t('refuse.confirm'), run: confirm }])
  return (
    <>
      <div data-field="ground" ref={ground}>
        <Select
          label={t('refuse.ground')}
          required
          value={refusalGround}
          onChange={(ground) => edit({ type: 'refusalGround', ground })}
          options={refusalGrounds.map((value) => ({ value, label: t(`refuse.grounds.${value}`) }))}
        />
      </div>
      <div data-field="explanation">
        <TextField
          label={t('refuse.explanation')}
          required
          rows={6}
          maxLength={2000}
          hint={t('refuse.explanationHint')}
          value={refusalExplanation}
          onChange={(text) => edit({ type: 'refusalExplanation', text })}
        />
      </div>
      <p className="muted small">{t('refuse.note')}</p>
      <div className="intake-dialog-foot">
        <Button onPress={onClose} keys="Esc">
          {t('ui:cancel')}
        </Button>
        <Button
          variant="primary"
          keys="F9"
          onPress={confirm}
          disabledReason={missing ? t('problems:field.required') : null}
        >
          {t('refuse.confirm')}
        </Button>
      </div>
    </>
  )
}
