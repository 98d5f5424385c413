import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Verification } from '../../contract/console-audit.ts'
import { useRun } from '../ipc/use-run.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FactList } from '../ui/fact-list.tsx'
import { Progress } from '../ui/progress.tsx'
import { useConsole } from './console-client.ts'
import { failureText } from './failure-text.ts'

/** CSL-10: the whole history proved while one waits, or given up. */
export function VerifyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('console')
  const client = useConsole()
  const { start, cancel, busy, progress, error, value, cancelled } = useRun<Verification>()
  useEffect(() => start((signal) => client.audit.verify(undefined, { signal })), [start, client])
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('history.prove')}
      footer={
        <Button variant="primary" onPress={onClose} autoFocus>
          {t('close')}
        </Button>
      }
    >
      {busy ? (
        <Progress
          label={t('history.proving')}
          onCancel={cancel}
          {...(progress === null || progress.total === 0 ? {} : { value: progress.done, max: progress.total })}
        />
      ) : null}
      {cancelled && !busy ? <Banner title={t('history.stopped')} /> : null}
      {error === null ? null : <Banner tone="problem" title={failureText(error)} />}
      {value === null ? null : <Proved value={value} />}
    </Dialog>
  )
}

function Proved({ value }: { readonly value: Verification }) {
  const { t } = useTranslation('console')
  const count = (n: number): string => n.toLocaleString('en-US')
  if (!value.ok)
    return (
      <Banner
        tone="problem"
        title={value.cseq === null ? t('history.stateBroken') : t('history.broken', { n: count(value.cseq) })}
      >
        <p>{t(`history.code.${value.code}`)}</p>
        <p>{t('history.brokenNote')}</p>
      </Banner>
    )
  return (
    <>
      <Banner tone="accent" title={t('history.proved')} />
      <FactList
        facts={[
          [t('history.operations'), count(value.operations)],
          [t('history.states'), count(value.states)],
          [t('history.checkpoints'), count(value.checkpoints)],
          [
            t('history.head'),
            <span className="num csl-hash" key="head">
              {value.head}
            </span>,
          ],
        ]}
      />
      <p className="muted">{t('history.headNote')}</p>
    </>
  )
}
