import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Board, WatchedSignal } from '../../../contract/queries/supervision.ts'
import { recordWords } from '../../../contract/words/record-words.ts'
import { levelWords, occasionWords, taskWords } from '../../../contract/words/supervision-words.ts'
import type { Role } from '../../../domain/case/role.ts'
import { caseClocks } from '../../../domain/case/clocks.ts'
import { countedOn } from '../../../domain/clock/count-days.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { taskWorkflow } from '../../../domain/record/task/workflow.ts'
import { articleText } from '../../i18n/article-text.ts'
import { dateWithWeekday } from '../../i18n/dates.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { workCalendar } from '../../work-calendar.ts'
import { FactList } from '../../ui/fact-list.tsx'
import { LimitTrack } from './limit-track.tsx'
import { isCardable } from './model/board-state.ts'
import { signalLook } from './signal-look.ts'
import type { TaskForm } from './task-dialog.tsx'
import { formForSignal } from './task-forms.ts'

export interface SignalDetailProps {
  readonly signal: WatchedSignal
  readonly limits: Board['limits']
  readonly role: Role
  readonly today: PlainDate
  readonly onForm: (form: TaskForm) => void
  readonly onOpen: (caseId: string) => void
}

/** Why something is on the board, and what a supervisor may do about it. */
export function SignalDetail({ signal, limits, role, today, onForm, onOpen }: SignalDetailProps) {
  const { t } = useTranslation(['supervision', 'terms'])
  const { level, caseId, caseNo, title, organ, rule, occasion, article, since, due, status, deviceNo, task } = signal
  const may = taskWorkflow.states.none.some(
    ({ act, roles }) => act === 'task.order' && roles.some((each) => each === role),
  )
  const orders = [
    {
      act: 'task.order',
      task: level === 'red' ? 'red_card' : 'yellow_card',
      label: t(level === 'red' ? 'acts.redCard' : 'acts.yellowCard'),
      keys: 'F9',
      reason: isCardable(signal)
        ? null
        : signal.carded
          ? t('acts.carded')
          : organ === null
            ? t('acts.noOrgan')
            : t('acts.notCard'),
    },
    { act: 'task.urge', task: 'supervise', label: t('acts.urge'), keys: 'S', reason: noOrgan(organ, t) },
    { act: 'task.order', task: 'supervise', label: t('acts.supervise'), keys: 'W', reason: noOrgan(organ, t) },
    { act: 'task.recommend', task: 'supervise', label: t('acts.recommend'), keys: 'E', reason: noOrgan(organ, t) },
  ] as const
  const begin = (order: (typeof orders)[number]) =>
    order.reason === null ? onForm(formForSignal(signal, limits, order)) : undefined
  useKeys(
    may
      ? orders.map((order) => ({
          keys: order.keys,
          // The others stand on their buttons; the line has room for the main one.
          ...(order.keys === 'F9' ? { label: order.label } : {}),
          run: () => begin(order),
        }))
      : [],
  )
  return (
    <>
      <header>
        <Badge tone={signalLook[level].tone} mark={signalLook[level].mark}>
          {levelWords[level]}
        </Badge>
        <h2 className="num">{caseNo ?? rule}</h2>
      </header>
      <div className="bd-detail-body">
        <b className="bd-title">{title}</b>
        {caseId === null ? null : <Track caseId={caseId} today={today} />}
        <FactList
          facts={[
            [t('detail.due'), due === null ? null : dateWithWeekday(due)],
            [t('detail.since'), t('detail.sinceText', { date: dateWithWeekday(since) })],
            [t('detail.state'), status === null ? null : t(`terms:status.${status}`)],
            [t('detail.organ'), organ],
            [t('detail.window'), deviceNo],
            [
              t('detail.rule'),
              [
                t('detail.ruleText', { rule, about: occasionWords(occasion) }),
                article === null ? '' : articleText(article),
              ]
                .filter((part) => part !== '')
                .join(' · '),
            ],
            [
              t('detail.task'),
              task === null ? t('notHandled') : `${taskWords[task.task]} · ${recordWords.status.task[task.status]}`,
            ],
          ]}
        />
        <div className="bd-acts">
          {may
            ? orders.map((order, at) => (
                <Button
                  key={order.keys}
                  variant={at === 0 ? 'primary' : 'plain'}
                  keys={order.keys}
                  disabledReason={order.reason}
                  onPress={() => begin(order)}
                >
                  {order.label}
                </Button>
              ))
            : null}
          {caseId === null ? null : (
            <Button keys="Enter" onPress={() => onOpen(caseId)}>
              {t('detail.open')}
            </Button>
          )}
        </div>
        <p className="small muted">{t('detail.kept')}</p>
      </div>
    </>
  )
}

type Words = ReturnType<typeof useTranslation<'supervision'>>['t']
const noOrgan = (organ: string | null, t: Words): string | null => (organ === null ? t('acts.noOrgan') : null)

/** The limits of the case, and what of them is used up. */
function Track({ caseId, today }: { readonly caseId: string; readonly today: PlainDate }) {
  const { t } = useTranslation('supervision')
  const host = useHost()
  const found = useQuery({ queryKey: ['cases', 'one', caseId], queryFn: () => host.cases.get({ id: caseId }) })
  if (!found.data) return <div className="sv-track" />
  const { promised, statutory } = caseClocks(found.data.state, workCalendar())
  const clock = statutory ?? promised
  if (clock === null) return null
  const used = countedOn(clock, today)
  const standing = found.data.state.clockFacts.some((fact) => fact.kind === 'pause' && fact.to === null && !fact.undone)
  return (
    <>
      <LimitTrack
        start={clock.start}
        promised={promised?.due ?? null}
        statutory={statutory?.due ?? null}
        today={today}
      />
      <FactList
        facts={[
          [
            t('detail.used'),
            `${t(statutory === null ? 'detail.usedNoLimit' : 'detail.usedText', { used, limit: statutory?.limit ?? 0 })}${
              standing ? t('detail.paused') : ''
            }`,
          ],
        ]}
      />
    </>
  )
}
