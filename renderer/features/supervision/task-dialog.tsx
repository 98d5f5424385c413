import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskAct } from '../../../domain/record/task/task-act.ts'
import { type TaskKind } from '../../../domain/record/task/task-kinds.ts'
import { workdayAfter } from '../../../domain/calendar/work-calendar.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { taskWords } from '../../../contract/words/supervision-words.ts'
import { dateWithWeekday } from '../../i18n/dates.ts'
import { errorText } from '../../i18n/error-text.ts'
import { fieldProblemText, refusalText } from '../../i18n/refusal-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SegmentedRadio } from '../../ui/segmented-radio.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { workCalendar } from '../../work-calendar.ts'
import {
  type TaskActKind,
  type TaskDraft,
  type TaskField,
  type TaskOpening,
  problemsOf,
  taskActOf,
  taskFields,
} from './model/task-form.ts'

/** What a form is about. */
export interface TaskForm {
  /** Names the form, so that what was typed into it is found again. */
  readonly key: string
  readonly act: TaskActKind
  /** What is done, in words: 发红牌. */
  readonly label: string
  readonly matter: string
  readonly recordId: string
  readonly base: number
  /** The task that it is done to; null opens one. */
  readonly of: TaskKind | null
  readonly opening: TaskOpening | null
  readonly draft: TaskDraft
}

export interface TaskDialogProps {
  readonly form: TaskForm
  readonly today: PlainDate
  readonly draft: TaskDraft
  readonly onDraft: (draft: TaskDraft) => void
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The form of any act on a task of supervision. What was typed stays until the act is done. */
export function TaskDialog(props: TaskDialogProps) {
  const { t } = useTranslation('supervision')
  const { label, matter } = props.form
  return (
    <Dialog open onClose={props.onClose} title={t('form.title', { act: label, matter })}>
      <Form {...props} />
    </Dialog>
  )
}

function Form({ form, today, draft, onDraft, onClose, onDone }: TaskDialogProps) {
  const { t } = useTranslation('supervision')
  const host = useHost()
  const [tried, setTried] = useState(false)
  const fields = taskFields(form.act, draft, form.of)
  const problems = problemsOf(fields, draft)
  const perform = useMutation({
    mutationFn: (act: TaskAct) => host.records.perform({ recordId: form.recordId, base: form.base, act }),
    onSuccess: (result) => (result.ok ? onDone() : undefined),
  })
  const refused = perform.data?.ok === false ? perform.data.error : null
  const failure =
    perform.error === null
      ? refused === null
        ? null
        : { text: refusalText(refused), code: refused.code }
      : errorText(perform.error)
  const confirm = () => {
    setTried(true)
    const act = problems.length > 0 ? null : taskActOf(form.act, draft, form.opening)
    if (act !== null && !perform.isPending) perform.mutate(act)
  }
  useKeys([{ keys: 'F9', label: form.label, run: confirm }])
  const days = Number(draft.days ?? '')
  const due =
    fields.some(({ name }) => name === 'days') && Number.isInteger(days) && days >= 1 && days <= 250
      ? workdayAfter(workCalendar(), today, days)
      : null
  return (
    <>
      {failure === null ? null : (
        <Banner tone="problem" title={t('acts.failed')} code={failure.code}>
          {failure.text}
        </Banner>
      )}
      <div className="sv-form">
        {fields.map((field, at) => {
          const problem = problems.find((each) => each.field === field.name)
          return (
            <Input
              key={field.name}
              field={field}
              value={draft[field.name] ?? ''}
              problem={
                problem === undefined || (!tried && problem.code === 'required') ? null : fieldProblemText(problem.code)
              }
              hint={field.name === 'days' && due !== null ? t('form.due', { date: dateWithWeekday(due) }) : null}
              autoFocus={at === 0}
              onChange={(value) => onDraft({ ...draft, [field.name]: value })}
            />
          )
        })}
      </div>
      <div className="dialog-foot">
        <Button onPress={onClose} keys="Esc">
          {t('acts.cancel')}
        </Button>
        <Button variant="primary" keys="F9" busy={perform.isPending} onPress={confirm} autoFocus={fields.length === 0}>
          {form.label}
        </Button>
      </div>
    </>
  )
}

interface InputProps {
  readonly field: TaskField
  readonly value: string
  readonly problem: string | null
  readonly hint: string | null
  readonly autoFocus: boolean
  readonly onChange: (value: string) => void
}

function Input({
  field: { name, type, options = [], required },
  value,
  problem,
  hint,
  autoFocus,
  onChange,
}: InputProps) {
  const { t } = useTranslation('supervision')
  if (type === 'choice')
    return (
      <SegmentedRadio
        label={t(`form.${name}`)}
        required={required}
        problem={problem}
        value={value === '' ? null : value}
        onChange={onChange}
        options={options.map((each) => ({ value: each, label: choiceText(name, each, t) }))}
      />
    )
  return (
    <TextField
      label={t(`form.${name}`)}
      required={required}
      problem={problem}
      hint={hint}
      value={value}
      onChange={onChange}
      maxLength={type === 'days' ? 3 : type === 'line' ? 200 : name === 'reason' ? 1000 : 4000}
      rows={type === 'text' ? 4 : 1}
      autoFocus={autoFocus}
      {...(type === 'days' ? { inputMode: 'numeric' as const, tail: t('form.daysTail'), className: 'sv-days' } : {})}
    />
  )
}

type Words = ReturnType<typeof useTranslation<'supervision'>>['t']

const choiceText = (name: TaskField['name'], value: string, t: Words): string => {
  if (value === 'justified' || value === 'no_legal_basis') return t(`form.values.${value}`)
  if (value === 'yes' || value === 'no')
    return name === 'granted' || name === 'passed' || name === 'reached' || name === 'satisfied'
      ? t(`form.values.${name}.${value}`)
      : value
  return Object.hasOwn(taskWords, value) ? taskWords[value as TaskKind] : value
}
