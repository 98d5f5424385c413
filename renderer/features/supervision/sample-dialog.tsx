import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as uuidv7 } from 'uuid'
import type { Board, Sample } from '../../../contract/queries/supervision.ts'
import { type PlainDate, addDays } from '../../../domain/plain-date.ts'
import { errorText } from '../../i18n/error-text.ts'
import { refusalText } from '../../i18n/refusal-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useRun } from '../../ipc/use-run.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { AfterAMoment, Progress } from '../../ui/progress.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast-store.ts'

export interface SampleDialogProps {
  readonly limits: Board['limits']
  readonly today: PlainDate
  readonly onClose: () => void
  readonly onDone: () => void
}

/** 随机抽查: draws cases, shows them, and opens a task for each when the person says so. */
export function SampleDialog(props: SampleDialogProps) {
  const { t } = useTranslation('supervision')
  return (
    <Dialog wide open onClose={props.onClose} title={t('sample.title')}>
      <Form {...props} />
    </Dialog>
  )
}

const anyOrgan = '*'

function Form({ limits, today, onClose, onDone }: SampleDialogProps) {
  const { t } = useTranslation('supervision')
  const host = useHost()
  const toast = useToast()
  const organs = useQuery({ queryKey: ['reference', 'organs'], queryFn: () => host.items.organs() }).data ?? []
  const [organ, setOrgan] = useState(anyOrgan)
  const [from, setFrom] = useState<PlainDate | null>(addDays(today, -30))
  const [to, setTo] = useState<PlainDate | null>(today)
  const [count, setCount] = useState('5')
  const { start, value: sample, busy, progress, error, cancel } = useRun<Sample>()
  const isCount = /^\d{1,2}$/.test(count) && Number(count) >= 1 && Number(count) <= 50
  const draw = () => {
    if (from === null || to === null || !isCount || busy) return
    start((signal) =>
      host.supervision.sample({ organ: organ === anyOrgan ? '' : organ, from, to, count: Number(count) }, { signal }),
    )
  }
  const drawn = sample?.drawn ?? []
  const open = useMutation({
    mutationFn: () =>
      host.cases.performTogether(
        drawn.map((each) => ({
          recordId: uuidv7(),
          base: 0,
          act: {
            kind: 'task.open' as const,
            task: 'sampling' as const,
            caseId: each.caseId,
            organ: each.organ,
            person: null,
            content: t('sample.content'),
            signals: [],
            limits: limits.sampling,
          },
        })),
      ),
    onSuccess: (result) => {
      if (!result.ok) return
      toast({ kind: 'done', text: t('sample.done', { n: drawn.length }) })
      onDone()
    },
  })
  const refused = open.data?.ok === false ? open.data.error.refusal : null
  const failed = error ?? open.error
  const failure =
    failed === null || failed === undefined
      ? refused === null
        ? null
        : { text: refusalText(refused), code: refused.code }
      : errorText(failed)
  const main = drawn.length === 0 ? draw : () => (open.isPending ? undefined : open.mutate())
  const label = drawn.length === 0 ? t('sample.draw') : t('sample.open', { n: drawn.length })
  useKeys([{ keys: 'F9', label, run: main }])
  return (
    <>
      {failure === null ? null : (
        <Banner tone="problem" title={t('acts.failed')} code={failure.code}>
          {failure.text}
        </Banner>
      )}
      <div className="sv-sample-form">
        <Select
          label={t('sample.organ')}
          value={organ}
          onChange={setOrgan}
          options={[
            { value: anyOrgan, label: t('sample.anyOrgan') },
            ...organs.map((name) => ({ value: name, label: name })),
          ]}
        />
        <DateField label={t('sample.from')} required value={from} onChange={setFrom} />
        <DateField label={t('sample.to')} required value={to} onChange={setTo} />
        <TextField
          label={t('sample.count')}
          required
          inputMode="numeric"
          maxLength={2}
          value={count}
          onChange={setCount}
          problem={isCount ? null : t('sample.countProblem')}
          autoFocus
        />
      </div>
      {busy ? (
        <AfterAMoment ms={300}>
          <Progress
            label={t('sample.drawing')}
            onCancel={cancel}
            {...(progress === null || progress.total === 0 ? {} : { value: progress.done, max: progress.total })}
          />
        </AfterAMoment>
      ) : null}
      {sample === null ? null : (
        <div role="status">
          <p>{sample.of === 0 ? t('sample.none') : t('sample.of', { of: sample.of, n: drawn.length })}</p>
        </div>
      )}
      {drawn.length === 0 ? null : (
        <div className="sv-cards" tabIndex={0} role="region" aria-label={t('sample.title')}>
          <table>
            <thead>
              <tr>
                {(['caseNo', 'title', 'organ', 'arrived'] as const).map((name) => (
                  <th key={name}>{t(`sample.columns.${name}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {drawn.map((each) => (
                <tr key={each.caseId}>
                  <td className="num">{each.caseNo}</td>
                  <td>{each.title}</td>
                  <td>{each.organ}</td>
                  <td className="num">{each.arrivedOn}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="dialog-foot">
        <Button onPress={onClose} keys="Esc">
          {t('acts.cancel')}
        </Button>
        {drawn.length === 0 ? null : <Button onPress={draw}>{t('sample.draw')}</Button>}
        <Button variant="primary" keys="F9" busy={busy || open.isPending} onPress={main}>
          {label}
        </Button>
      </div>
    </>
  )
}
