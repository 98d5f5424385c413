import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { WatchedTask } from '../../../contract/queries/supervision.ts'
import { recordWords } from '../../../contract/words/record-words.ts'
import { taskWords } from '../../../contract/words/supervision-words.ts'
import type { Role } from '../../../domain/case/role.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { type OpenTaskAct, openTaskActs } from '../../../domain/record/task/open-acts.ts'
import type { TaskRecord } from '../../../domain/record/task/task-record.ts'
import { dateWithWeekday } from '../../i18n/dates.ts'
import { errorText } from '../../i18n/error-text.ts'
import { operationText } from '../../i18n/operation-text.ts'
import { refusalText } from '../../i18n/refusal-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { AfterAMoment, Progress } from '../../ui/progress.tsx'
import { workCalendar } from '../../work-calendar.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { saidOf } from './model/said.ts'
import { signalLook } from './signal-look.ts'
import type { TaskForm } from './task-dialog.tsx'
import { formForTask } from './task-forms.ts'

export interface TaskDetailProps {
  readonly row: WatchedTask
  readonly role: Role
  readonly today: PlainDate
  readonly onForm: (form: TaskForm) => void
  readonly onOpen: (caseId: string) => void
}

/** Letters for further acts, in their order; F9 is the first that can be done. */
const letters = ['S', 'W', 'E', 'U', 'A'] as const

/** A task from its slip to its end: what was said, what is owed, and what this person may do about it. */
export function TaskDetail({ row, role, today, onForm, onOpen }: TaskDetailProps) {
  const { t } = useTranslation(['supervision', 'frame'])
  const host = useHost()
  const found = useQuery({ queryKey: ['records', 'one', row.id], queryFn: () => host.records.get({ id: row.id }) })
  const state = found.data?.state
  const task = state?.kind === 'task' ? state : null
  return (
    <>
      <header>
        <TaskBadge task={row.task} />
        <h2 className="num">{row.caseNo ?? row.organ}</h2>
      </header>
      <div className="bd-detail-body">
        <b className="bd-title">{row.title}</b>
        {task === null ? (
          found.error === null ? (
            <AfterAMoment>
              <Progress label={t('detail.loading')} />
            </AfterAMoment>
          ) : (
            <Banner
              tone="problem"
              title={t('detail.failed')}
              code={errorText(found.error).code}
              actions={
                <Button size="sm" onPress={() => void found.refetch()}>
                  {t('frame:retry')}
                </Button>
              }
            >
              {errorText(found.error).text}
            </Banner>
          )
        ) : (
          <Body
            key={`${task.id} ${String(task.version)}`}
            task={task}
            row={row}
            role={role}
            today={today}
            onForm={onForm}
            onOpen={onOpen}
          />
        )}
      </div>
    </>
  )
}

function TaskBadge({ task }: Pick<WatchedTask, 'task'>) {
  if (task !== 'yellow_card' && task !== 'red_card') return <Badge>{taskWords[task]}</Badge>
  const { tone, mark } = signalLook[task === 'red_card' ? 'red' : 'yellow']
  return (
    <Badge tone={tone} mark={mark}>
      {taskWords[task]}
    </Badge>
  )
}

function Body({ task, row, role, today, onForm, onOpen }: TaskDetailProps & { readonly task: TaskRecord }) {
  const { t } = useTranslation(['supervision', 'terms'])
  const all = openTaskActs(task, { today, calendar: workCalendar() })
  const isMine = ({ roles }: OpenTaskAct) => roles.includes(role)
  // What can be done stands first, so that F9 is one of them.
  const mine = all.filter(isMine).sort((a, b) => Number(a.refusal !== null) - Number(b.refusal !== null))
  const others = all.filter((each) => !isMine(each))
  const keyed = mine.map((each, at) => ({ ...each, keys: at === 0 ? 'F9' : (letters[at - 1] ?? null) }))
  const begin = ({ kind, refusal }: OpenTaskAct) =>
    refusal === null ? onForm(formForTask(task, kind, operationText(kind), row.caseNo ?? row.organ)) : undefined
  useKeys(
    keyed.flatMap((each) =>
      each.keys === null
        ? []
        : [
            {
              keys: each.keys,
              ...(each.keys === 'F9' ? { label: operationText(each.kind) } : {}),
              run: () => begin(each),
            },
          ],
    ),
  )
  const { caseId } = task
  return (
    <>
      <FactList
        facts={[
          [t('detail.state'), recordWords.status.task[task.status]],
          [t('detail.opened'), dateWithWeekday(task.openedOn)],
          [t('detail.due'), row.due === null ? null : dateWithWeekday(row.due)],
          [t('detail.organ'), [task.organ, row.person ?? ''].filter((part) => part !== '').join(' · ')],
          [t('detail.content'), task.content],
        ]}
      />
      {task.task === 'bad_rating' && task.anonymous ? <p className="small muted">{t('detail.anonymous')}</p> : null}
      <Said task={task} />
      <div className="bd-acts">
        {keyed.map((each, at) => (
          <Button
            key={each.kind}
            variant={at === 0 && each.refusal === null ? 'primary' : 'plain'}
            {...(each.keys === null ? {} : { keys: each.keys })}
            disabledReason={each.refusal === null ? null : refusalText(each.refusal)}
            onPress={() => begin(each)}
          >
            {operationText(each.kind)}
          </Button>
        ))}
        {caseId === null ? null : (
          <Button keys="Enter" onPress={() => onOpen(caseId)}>
            {t('detail.open')}
          </Button>
        )}
      </div>
      {others.length === 0 ? null : (
        <p className="small muted">
          {t('detail.others', {
            roles: [...new Set(others.flatMap(({ roles }) => roles))]
              .map((each) => t(`terms:role.${each}`))
              .join(t('detail.join')),
            acts: others.map(({ kind }) => operationText(kind)).join(t('detail.join')),
          })}
        </p>
      )}
    </>
  )
}

function Said({ task }: { readonly task: TaskRecord }) {
  const { t } = useTranslation('supervision')
  const said = saidOf(task)
  if (said.length === 0) return null
  return (
    <ol className="sv-said" aria-label={t('detail.said')}>
      {said.map(({ what, on, text, reached, satisfied }, at) => (
        // What was said stays in its order.
        <li key={at}>
          <span className="num muted">{on.slice(5)}</span>
          <span>
            <b>{t(`said.${what}`)}</b>
            {reached === undefined ? null : ` · ${t(reached ? 'said.reached' : 'said.notReached')}`}
            {satisfied === undefined || satisfied === null
              ? null
              : ` · ${t(satisfied ? 'said.satisfied' : 'said.notSatisfied')}`}
            <span className="sv-said-text">{text}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
