import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WaitingIntake } from '../../contract/console-waiting.ts'
import { stamp } from '../i18n/dates.ts'
import { operationText } from '../i18n/operation-text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useToast } from '../ui/toast-store.ts'
import { useConsole } from './console-client.ts'
import { failureText } from './failure-text.ts'

type Decision = 'apply' | 'discard'

/** What a device sent after it was put out of use: seen, then taken or thrown away, each after a second look. */
export function IntakeDialog({ intake, onClose }: { readonly intake: WaitingIntake; readonly onClose: () => void }) {
  const { t } = useTranslation('console')
  const client = useConsole()
  const queries = useQueryClient()
  const toast = useToast()
  const [asked, setAsked] = useState<Decision | null>(null)
  const { deviceNo, name, operations, acts } = intake
  const decide = useMutation({
    mutationFn: (decision: Decision) => client.waiting.decide({ deviceNo, decision }),
    onSuccess: async ({ operations: n, applied }, decision) => {
      toast({ kind: 'done', text: t(decision === 'apply' ? 'waiting.applied' : 'waiting.discarded', { n, applied }) })
      onClose()
      await queries.invalidateQueries()
    },
  })
  const press = (decision: Decision) => (asked === decision ? decide.mutate(decision) : setAsked(decision))
  return (
    <Dialog
      open
      onClose={onClose}
      wide
      title={t('waiting.ofDevice', { deviceNo, name, n: operations.toLocaleString('en-US') })}
      footer={
        <>
          <Button onPress={onClose}>{t('close')}</Button>
          <Button onPress={() => press('discard')} busy={decide.isPending}>
            {t(asked === 'discard' ? 'waiting.discardSure' : 'waiting.discard')}
          </Button>
          <Button variant="primary" onPress={() => press('apply')} busy={decide.isPending}>
            {t(asked === 'apply' ? 'waiting.applySure' : 'waiting.apply')}
          </Button>
        </>
      }
    >
      {asked === null ? null : <Banner title={t(`waiting.${asked}What`)} />}
      {decide.error === null ? null : <Banner tone="problem" title={failureText(decide.error)} />}
      <div className="csl-scroll csl-moved" tabIndex={0} role="group" aria-label={t('waiting.operations')}>
        <table className="table" aria-label={t('waiting.operations')}>
          <thead>
            <tr>
              <th>{t('waiting.no')}</th>
              <th>{t('waiting.doneAt')}</th>
              <th>{t('waiting.what')}</th>
              <th>{t('waiting.caseNo')}</th>
            </tr>
          </thead>
          <tbody>
            {acts.map(({ seq, kind, doneAt, caseNo }, index) => (
              <tr key={index}>
                <td className="num">{seq}</td>
                <td className="num">{doneAt === null ? '' : stamp(doneAt)}</td>
                <td>{kind === null ? t('waiting.unread') : operationText(kind)}</td>
                <td className="num">{caseNo ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {operations > acts.length ? <p className="muted">{t('waiting.first', { n: acts.length })}</p> : null}
    </Dialog>
  )
}
