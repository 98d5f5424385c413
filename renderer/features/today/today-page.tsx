import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk, User } from '../../../contract/queries/desk.ts'
import { mayPerform } from '../../../domain/case/workflow.ts'
import { errorText } from '../../i18n/error-text.ts'
import { grouped } from '../../i18n/counts.ts'
import { operationText } from '../../i18n/operation-text.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { useNavigation, useStatusFact } from '../../navigation/navigation-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { AfterAMoment, Progress } from '../../ui/progress.tsx'
import { SegmentedRadio } from '../../ui/segmented-radio.tsx'
import { AheadPanel, DonePanel } from './day-panels.tsx'
import { NextPanel } from './next-panel.tsx'
import { OrdersPanel } from './orders-panel.tsx'
import { type QueueLine, type TodayState, currentLine, freshTodayState, nextLine } from './queue-lines.ts'
import { QueueTable, type QueueTableHandle } from './queue-table.tsx'
import { useToday } from './use-today.ts'
import './today.css'

export interface TodayPageProps {
  readonly desk: Desk
  readonly user: User
  /** Kept outside: coming back from a case finds the same queue and line. */
  readonly state: TodayState
  readonly onStateChange: (state: TodayState) => void
}

/** My queue: what weighs most first, each with what it needs next. */
export function TodayPage({ desk, user, state, onStateChange }: TodayPageProps) {
  const { t } = useTranslation(['today', 'frame'])
  const { go } = useNavigation()
  const { data, lines, open, error, retry } = useToday(state, onStateChange)
  const table = useRef<QueueTableHandle>(null)
  const current = currentLine(lines, state.selectedId)
  const select = ({ id }: QueueLine) => onStateChange({ ...state, selectedId: id })

  const show = (line: QueueLine, withAct: boolean) => {
    select(line)
    if (line.kind === 'conflict') return go({ page: 'sync' })
    const act = withAct && line.row.handledAt === null ? line.row.next : null
    go({ page: 'case', id: line.id }, act ?? undefined)
  }
  const openLine = (line: QueueLine | null) => (line === null ? undefined : show(line, false))
  const actOn = (line: QueueLine | null) => (line === null ? undefined : show(line, true))
  const next = current?.kind === 'case' && current.row.handledAt === null ? current.row.next : null
  const toNext = () => {
    const line = nextLine(lines, current?.id ?? null)
    if (line !== null) select(line)
    table.current?.focus()
  }
  const newIntake = () => go({ page: 'intake', draftId: null })
  const reorder = () => onStateChange(freshTodayState(state.day, state.whose, state.round + 1))
  const mayUrge = mayPerform(user.role, 'case.flag') && current?.kind === 'case'
  const urge = () => {
    if (current?.kind !== 'case') return
    select(current)
    go({ page: 'case', id: current.id }, 'case.flag')
  }

  useKeys([
    { keys: 'F8', label: t('keys.next'), run: toNext },
    { keys: '↑', run: () => table.current?.focus() },
    { keys: '↓', shown: '↑ ↓', label: t('keys.move'), run: () => table.current?.focus() },
    { keys: 'Enter', label: t('open'), run: () => openLine(current) },
    {
      keys: 'F9',
      ...(next === null ? {} : { label: operationText(next) }),
      enabled: next !== null,
      run: () => actOn(current),
    },
    ...(mayUrge ? [{ keys: 'C', label: t('keys.flag'), run: urge }] : []),
    { keys: 'Alt R', label: t('keys.reorder'), run: reorder },
  ])
  useStatusFact(open === null ? '' : t('fact', { n: grouped(open) }))
  const loaded = data !== undefined
  useEffect(() => {
    if (loaded) table.current?.focus()
  }, [loaded])

  if (data === undefined) {
    return (
      <div className="today-message">
        {error === null ? (
          <AfterAMoment>
            <Progress label={t('loading')} />
          </AfterAMoment>
        ) : (
          <Banner
            tone="problem"
            title={t('failed')}
            code={errorText(error).code}
            actions={<Button onPress={retry}>{t('frame:retry')}</Button>}
          >
            {errorText(error).text}
          </Banner>
        )}
      </div>
    )
  }
  return (
    <div className="today">
      <header className="today-head">
        <h1>{t('title')}</h1>
        <span className="small muted">{t(open === 0 ? 'introNone' : 'intro', { n: grouped(open ?? 0) })}</span>
        <span className="grow" />
        <SegmentedRadio
          label={t('whose')}
          hideLabel
          size="sm"
          value={data.whose}
          onChange={(whose) => onStateChange(freshTodayState(state.day, whose, state.round + 1))}
          options={data.scopes.map((value) => ({ value, label: t(`scopes.${value}`) }))}
        />
        <Button variant="primary" keys="F2" onPress={newIntake}>
          {t('newIntake')}
        </Button>
      </header>
      {error === null ? null : (
        <div className="today-message">
          <Banner
            tone="problem"
            title={t('failed')}
            code={errorText(error).code}
            actions={
              <Button size="sm" onPress={retry}>
                {t('frame:retry')}
              </Button>
            }
          >
            {errorText(error).text}
          </Banner>
        </div>
      )}
      <div className="today-cols">
        <section className="panel today-queue">
          {lines.length === 0 ? (
            <EmptyState
              title={t(`empty.${data.whose}`)}
              actions={
                <>
                  <Button keys="F2" onPress={newIntake}>
                    {t('newIntake')}
                  </Button>
                  <Button onPress={() => go({ page: 'cases' })}>{t('toCases')}</Button>
                </>
              }
            >
              {t('emptyText')}
            </EmptyState>
          ) : (
            <QueueTable
              ref={table}
              today={data}
              lines={lines}
              center={desk.center?.code ?? ''}
              day={desk.today}
              selectedId={current?.id ?? null}
              onSelect={select}
              onOpen={openLine}
              onAct={actOn}
              onMore={() => go({ page: 'cases' })}
            />
          )}
        </section>
        <aside className="today-side">
          {current?.kind === 'case' ? (
            <NextPanel row={current.row} onOpen={() => openLine(current)} onAct={() => actOn(current)} />
          ) : null}
          <DonePanel done={data.done} />
          <AheadPanel ahead={data.ahead} />
          <OrdersPanel />
        </aside>
      </div>
    </div>
  )
}
