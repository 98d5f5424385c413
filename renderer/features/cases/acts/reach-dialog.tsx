import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import { type SoftField, softValue } from '../../../../domain/case/soft-fields.ts'
import { fieldProblemText } from '../../../i18n/refusal-text.ts'
import { useKeys } from '../../../keyboard/keyboard-context.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useAct } from './use-act.ts'

export interface ReachDialogProps {
  readonly state: CaseState
  readonly field: SoftField
  readonly onClose: () => void
}

/** One of the fields without legal effect; it never conflicts with what another window does meanwhile. */
export function ReachDialog(props: ReachDialogProps) {
  const { t } = useTranslation('cases')
  const field = t(`reach.fields.${props.field}`)
  return (
    <Dialog open onClose={props.onClose} title={t('reach.changeTitle', { field })}>
      <ReachForm {...props} />
    </Dialog>
  )
}

function ReachForm({ state, field, onClose }: ReachDialogProps) {
  const { t } = useTranslation('cases')
  // As it was when the form opened: whoever changes it later has seen another value.
  const [was] = useState(() => softValue(state, field))
  const isMasked = field !== 'remark'
  const [value, setValue] = useState(isMasked ? '' : (was ?? ''))
  const { perform, busy, failure, problems } = useAct(state, onClose)
  const typed = value.trim()
  const run = () => perform({ kind: 'case.set_contact', field, value: typed === '' ? null : typed, was })
  const [problem] = problems
  useKeys([{ keys: 'F9', label: t('reach.save'), run }])
  return (
    <>
      {failure === null || problem !== undefined ? null : (
        <Banner tone="problem" title={t('acts.failed')} code={failure.code}>
          {failure.text}
        </Banner>
      )}
      <TextField
        label={t(`reach.fields.${field}`)}
        autoFocus
        rows={field === 'remark' ? 3 : 1}
        value={value}
        onChange={setValue}
        hint={was === null ? t('reach.empty') : isMasked ? t('reach.was', { was }) : t('reach.remarkHint')}
        problem={problem === undefined ? null : fieldProblemText(problem.code)}
      />
      <div className="dialog-foot">
        <Button keys="Esc" onPress={onClose}>
          {t('acts.cancel')}
        </Button>
        <Button variant="primary" keys="F9" busy={busy} onPress={run}>
          {t(typed === '' && was !== null ? 'reach.clear' : 'reach.save')}
        </Button>
      </div>
    </>
  )
}
