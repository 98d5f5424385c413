import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../../domain/attachment/attachment.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import { useKeys } from '../../../keyboard/keyboard-context.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useAct } from '../acts/use-act.ts'

export interface DetachDialogProps {
  readonly state: CaseState
  readonly file: Attachment
  readonly onClose: () => void
}

/** Takes a file off with a reason. It stays in the history, and can be attached again. */
export function DetachDialog(props: DetachDialogProps) {
  const { t } = useTranslation('files')
  return (
    <Dialog open onClose={props.onClose} title={t('detachTitle', { name: props.file.name })}>
      <DetachForm {...props} />
    </Dialog>
  )
}

function DetachForm({ state, file, onClose }: DetachDialogProps) {
  const { t } = useTranslation(['files', 'cases'])
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { perform, busy, failure } = useAct(state, onClose)
  const wanting = reason.trim() === ''
  const run = () => {
    setTried(true)
    if (!wanting) perform({ kind: 'case.detach', blob: file.blob, reason: reason.trim() })
  }
  useKeys([{ keys: 'F9', label: t('detach'), run }])
  return (
    <>
      {failure === null ? null : (
        <Banner tone="problem" title={t('cases:acts.failed')} code={failure.code}>
          {failure.text}
        </Banner>
      )}
      <TextField
        label={t('reason')}
        required
        autoFocus
        value={reason}
        onChange={setReason}
        hint={t('detachHint')}
        problem={tried && wanting ? t('reasonWanted') : null}
      />
      <div className="dialog-foot">
        <Button keys="Esc" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button variant="primary" keys="F9" busy={busy} onPress={run}>
          {t('detach')}
        </Button>
      </div>
    </>
  )
}
