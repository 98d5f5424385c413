import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConflictRow, ConflictView, SettleInput } from '../../../contract/queries/conflicts.ts'
import { errorText, type ErrorText } from '../../i18n/error-text.ts'
import { operationText } from '../../i18n/operation-text.ts'
import { refusalText } from '../../i18n/refusal-text.ts'
import { verdictReasonText } from '../../i18n/sync-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Note } from '../../ui/panel.tsx'
import { AfterAMoment, Progress } from '../../ui/progress.tsx'
import { SegmentedRadio } from '../../ui/segmented-radio.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast-store.ts'
import { ConflictFields } from './conflict-fields.tsx'

export interface ConflictDialogProps {
  readonly row: ConflictRow
  readonly onClose: () => void
}

/** One act that did not take effect: what it said, what is in force, and what is to become of it. */
export function ConflictDialog({ row, onClose }: ConflictDialogProps) {
  const { t } = useTranslation('sync')
  const host = useHost()
  const view = useQuery({ queryKey: ['sync', 'conflict', row.op], queryFn: () => host.sync.conflict({ op: row.op }) })
  const act = operationText(row.kind)
  const title = row.caseNo === null ? t('conflict.title', { act }) : t('conflict.titleOf', { act, caseNo: row.caseNo })
  return (
    <Dialog wide open onClose={onClose} title={title}>
      {view.error !== null ? (
        <Banner tone="problem" title={t('attention.loadFailed')} code={errorText(view.error).code}>
          {errorText(view.error).text}
        </Banner>
      ) : view.data === undefined ? (
        <AfterAMoment>
          <Progress label={t('conflict.loading')} />
        </AfterAMoment>
      ) : view.data === null ? (
        <p>{t('conflict.gone')}</p>
      ) : (
        <SettleForm view={view.data} onClose={onClose} />
      )}
    </Dialog>
  )
}

const ways = ['accept_theirs', 'resubmit', 'refer'] as const

function SettleForm({ view, onClose }: { readonly view: ConflictView; readonly onClose: () => void }) {
  const { t } = useTranslation(['sync', 'ui'])
  const { row, dependents, canResubmit, referral } = view
  const [way, setWay] = useState<SettleInput['way']>('accept_theirs')
  const [reason, setReason] = useState('')
  const { settle, busy, failure } = useSettle(onClose)
  const needed = (way !== 'accept_theirs' || row.state === 'referred') && reason.trim() === ''
  const impossible = way === 'resubmit' && !canResubmit
  const off = impossible ? t('conflict.resubmitNot') : needed ? t('conflict.reasonNeeded') : null
  const confirm = () => (off === null ? settle({ op: row.op, way, reason }) : undefined)
  const offered = ways.filter((each) => each !== 'refer' || row.state !== 'referred')
  useKeys([
    { keys: 'F9', label: t('conflict.confirm'), run: confirm },
    ...offered.map((each, at) => ({ keys: `Alt ${at + 1}`, label: t(`conflict.${each}`), run: () => setWay(each) })),
  ])
  return (
    <>
      {failure === null ? null : (
        <Banner tone="problem" title={t('conflict.failed')} code={failure.code}>
          {failure.text}
        </Banner>
      )}
      <ConflictFields view={view} />
      <Note tone="accent">
        <b>{t('conflict.why')}</b> {t('conflict.whyText')}
        {row.reason === null ? null : (
          <>
            <br />
            {t('conflict.reasonIs', { reason: verdictReasonText(row.reason) })}
          </>
        )}
        {referral === null ? null : (
          <>
            <br />
            {t('conflict.referral', { reason: referral })}
          </>
        )}
        {dependents.length === 0 ? null : (
          <>
            <br />
            {t('conflict.dependents', {
              n: dependents.length,
              acts: dependents.map(({ kind }) => operationText(kind)).join(t('conflict.join')),
            })}
          </>
        )}
      </Note>
      <SegmentedRadio
        label={t('conflict.ways')}
        value={way}
        onChange={setWay}
        options={offered.map((each) => ({
          value: each,
          label: t(`conflict.${each}`),
          disabledReason: each === 'resubmit' && !canResubmit ? t('conflict.resubmitNot') : null,
        }))}
        hint={t(`conflict.${way}Hint`)}
      />
      <TextField
        label={t('conflict.reason')}
        rows={2}
        maxLength={1000}
        value={reason}
        onChange={setReason}
        required={way !== 'accept_theirs'}
        hint={t('conflict.reasonHint')}
      />
      <div className="dialog-foot">
        <Button keys="Esc" onPress={onClose}>
          {t('conflict.later')}
        </Button>
        <Button variant="primary" keys="F9" busy={busy} disabledReason={off} onPress={confirm} autoFocus>
          {t('conflict.confirm')}
        </Button>
      </div>
    </>
  )
}

const useSettle = (onDone: () => void) => {
  const { t } = useTranslation('sync')
  const host = useHost()
  const queries = useQueryClient()
  const toast = useToast()
  const settled = useMutation({
    mutationFn: (input: SettleInput) => host.sync.settle(input),
    onSuccess: (result) => {
      if (!result.ok) return
      void queries.invalidateQueries({ queryKey: ['sync'] })
      toast({ kind: 'done', text: t('conflict.done') })
      onDone()
    },
  })
  const failure: ErrorText | null =
    settled.error !== null
      ? errorText(settled.error)
      : settled.data?.ok === false
        ? { text: refusalText(settled.data.error), code: settled.data.error.code }
        : null
  return {
    settle: (input: SettleInput) => (settled.isPending ? undefined : settled.mutate(input)),
    busy: settled.isPending,
    failure,
  }
}
