import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../contract/queries/desk.ts'
import type { HandoverRecord } from '../../../domain/record/handover/handover-record.ts'
import { clockTime } from '../../i18n/dates.ts'
import { errorText } from '../../i18n/error-text.ts'
import { fieldProblemText, refusalText } from '../../i18n/refusal-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberStepper } from '../../ui/number-stepper.tsx'
import { SegmentedRadio } from '../../ui/segmented-radio.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { isDifferent, nextStations, passAct, startPass, type PassForm } from './model/pass.ts'

interface PassDialogProps {
  readonly list: HandoverRecord
  /** Whoever is signed in: an agent gives, anybody else takes. */
  readonly user: User
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The list goes on: both are named, every line is counted, and what differs is explained (AGY-14). */
export function PassDialog(props: PassDialogProps) {
  const { t } = useTranslation('handover')
  return (
    <Dialog open wide onClose={props.onClose} title={t('pass.title')}>
      <Form {...props} />
    </Dialog>
  )
}

function Form({ list, user, onClose, onDone }: PassDialogProps) {
  const { t } = useTranslation(['handover', 'ui'])
  const host = useHost()
  const [form, setForm] = useState<PassForm>(() => startPass(list, user, clockTime(Date.now())))
  const isAgent = user.role === 'agent'
  const perform = useMutation({
    mutationFn: () => host.records.perform({ recordId: list.id, base: list.version, act: passAct(list, form) }),
    onSuccess: (result) => (result.ok ? onDone() : undefined),
  })
  const change = (part: Partial<PassForm>) => {
    setForm((before) => ({ ...before, ...part }))
    // What was said of the form was said of another one.
    perform.reset()
  }
  const refused = perform.data?.ok === false ? perform.data.error : null
  const problemOf = (field: string) => {
    const problem = refused?.fields.find((each) => each.field === field)
    return problem === undefined ? null : fieldProblemText(problem.code)
  }
  const differs = isDifferent(list, form)
  const failure = perform.error === null ? null : errorText(perform.error).text
  const send = () => {
    if (!perform.isPending) perform.mutate()
  }
  useKeys([{ keys: 'F9', label: t('pass.do'), run: send }])
  return (
    <>
      {failure === null && (refused === null || refused.fields.length > 0) ? null : (
        <Banner tone="problem" title={failure ?? (refused === null ? '' : refusalText(refused))} />
      )}
      <div className="handover-form">
        <SegmentedRadio
          label={t('pass.to')}
          value={form.to}
          onChange={(to) => change({ to })}
          options={nextStations(list).map((value) => ({ value, label: t(`station.${value}`) }))}
        />
        <TextField
          label={t('pass.giver')}
          required
          autoFocus={!isAgent}
          value={form.giver}
          maxLength={100}
          onChange={(text) => change({ giver: text })}
          problem={problemOf('giver')}
        />
        <TextField
          label={t('pass.taker')}
          required
          autoFocus={isAgent}
          value={form.taker}
          maxLength={100}
          onChange={(text) => change({ taker: text })}
          problem={problemOf('taker')}
        />
        <TextField
          label={t('pass.at')}
          required
          value={form.at}
          maxLength={5}
          onChange={(text) => change({ at: text })}
          problem={problemOf('at')}
        />
      </div>
      <table className="handover-table">
        <caption>{t('pass.count')}</caption>
        <tbody>
          {list.lines.map((line, at) => (
            <tr key={line.n}>
              <th scope="row">{t('pass.line', { n: line.n, name: line.name, what: line.what })}</th>
              <td>
                <NumberStepper
                  label={t('pass.papersOf', { name: line.name })}
                  value={form.counted[at] ?? 0}
                  onChange={(papers) =>
                    change({ counted: form.counted.map((count, other) => (other === at ? papers : count)) })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {differs ? (
        <TextField
          label={t('pass.remark')}
          required
          rows={2}
          value={form.remark}
          maxLength={1000}
          onChange={(text) => change({ remark: text })}
          problem={problemOf('remark')}
          hint={t('pass.remarkHint')}
        />
      ) : null}
      <div className="dialog-foot">
        <span className="grow" />
        <Button keys="Esc" onPress={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button variant="primary" keys="F9" busy={perform.isPending} onPress={send}>
          {t('pass.do')}
        </Button>
      </div>
    </>
  )
}
