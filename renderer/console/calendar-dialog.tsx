import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarLine } from '../../contract/console-calendars.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FactList } from '../ui/fact-list.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast-store.ts'
import { useConsole } from './console-client.ts'
import { failureText } from './failure-text.ts'

/** One arrangement; of those that were taken into use here, a way out of use again. */
export function CalendarDialog({ line, onClose }: { readonly line: CalendarLine; readonly onClose: () => void }) {
  const { t } = useTranslation('console')
  const client = useConsole()
  const queries = useQueryClient()
  const toast = useToast()
  const [reason, setReason] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const { record } = line
  const withdraw = useMutation({
    mutationFn: (given: { readonly recordId: string; readonly base: number; readonly reason: string }) =>
      client.calendars.withdraw(given),
    onSuccess: async () => {
      await queries.invalidateQueries()
      toast({ kind: 'done', text: t('calendar.withdrawn', { id: line.id }) })
      onClose()
    },
  })
  const mayEnd = record?.status === 'active' || record?.status === 'imported'
  const end = () => {
    setTried(true)
    if (record === null) return
    if (reason === null) setReason('')
    else if (reason.trim() !== '') withdraw.mutate({ recordId: record.id, base: record.version, reason: reason.trim() })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('calendar.title', { id: line.id })}
      footer={
        <>
          <Button onPress={onClose}>{t('close')}</Button>
          {mayEnd ? (
            <Button variant={reason === null ? 'plain' : 'primary'} busy={withdraw.isPending} onPress={end}>
              {t(reason === null ? 'calendar.withdraw' : 'calendar.withdrawSure')}
            </Button>
          ) : null}
        </>
      }
    >
      <FactList
        facts={[
          [t('calendar.number'), line.number],
          [t('calendar.published'), line.publishedOn],
          [t('calendar.source'), line.url],
          [t('calendar.off'), t('days', { n: line.daysOff })],
          [t('calendar.work'), t('days', { n: line.daysWorked })],
          [t('calendar.reason'), record?.reason ?? null],
        ]}
      />
      {record === null ? <p className="muted">{t('calendar.shippedNote')}</p> : null}
      {reason === null ? null : (
        <>
          <Banner title={t('calendar.withdrawWhat')} />
          <TextField
            label={t('calendar.reason')}
            value={reason}
            onChange={(text) => {
              setTried(false)
              setReason(text)
            }}
            maxLength={1000}
            required
            autoFocus
            problem={tried && reason.trim() === '' && withdraw.isIdle ? t('needed') : null}
          />
        </>
      )}
      {withdraw.error === null ? null : <Banner tone="problem" title={failureText(withdraw.error)} />}
    </Dialog>
  )
}
