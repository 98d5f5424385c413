import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoverRecord } from '../../../domain/record/handover/handover-record.ts'
import { errorText } from '../../i18n/error-text.ts'
import { fieldProblemText, refusalText } from '../../i18n/refusal-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface ReasonDialogProps {
  readonly list: HandoverRecord
  readonly act: 'handover.cancel' | 'handover.report_delay'
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Cancels a list that nobody has signed yet, or says why one is late. */
export function ReasonDialog({ list, act, onClose, onDone }: ReasonDialogProps) {
  const { t } = useTranslation(['handover', 'ui'])
  const host = useHost()
  const [reason, setReason] = useState('')
  const perform = useMutation({
    mutationFn: () =>
      host.records.perform({ recordId: list.id, base: list.version, act: { kind: act, reason: reason.trim() } }),
    onSuccess: (result) => (result.ok ? onDone() : undefined),
  })
  const refused = perform.data?.ok === false ? perform.data.error : null
  const [field] = refused?.fields ?? []
  const problem =
    perform.error !== null
      ? errorText(perform.error).text
      : refused === null
        ? null
        : field === undefined
          ? refusalText(refused)
          : fieldProblemText(field.code)
  const words = act === 'handover.cancel' ? 'cancel' : 'delay'
  return (
    <Dialog
      role="alertdialog"
      open
      onClose={onClose}
      title={t(`ask.${words}.title`)}
      footer={
        <>
          <Button onPress={onClose}>{t('ui:cancel')}</Button>
          <Button variant="primary" busy={perform.isPending} onPress={() => perform.mutate()}>
            {t(`ask.${words}.act`)}
          </Button>
        </>
      }
    >
      <TextField
        label={t('reason')}
        required
        autoFocus
        rows={2}
        value={reason}
        maxLength={1000}
        onChange={setReason}
        problem={problem}
      />
    </Dialog>
  )
}
