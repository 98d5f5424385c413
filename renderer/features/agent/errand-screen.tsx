import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk, User } from '../../../contract/queries/desk.ts'
import type { OwnParticulars } from '../../../contract/queries/agency.ts'
import { normalizeIdNumber } from '../../../domain/identity/normalize-id-number.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { clockTimeWithSeconds } from '../../i18n/dates.ts'
import { IntakeContext } from '../../intake/intake-context.ts'
import type { IntakeSession } from '../../intake/model/session.ts'
import { useKeys, useScan } from '../../keyboard/keyboard-context.ts'
import { useNavigation, useStatusFact } from '../../navigation/navigation-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckStep } from './check-step.tsx'
import { DoneStep } from './done-step.tsx'
import { ErrandAside } from './errand-aside.tsx'
import { ErrandContext } from './errand-context.ts'
import { ItemStep } from './item-step.tsx'
import { MandateStep } from './mandate-step.tsx'
import { workSteps, type Gap, type WorkStep } from './model/errand-gaps.ts'
import { PapersStep } from './papers-step.tsx'
import { ResidentStep } from './resident-step.tsx'
import { StepList } from './step-list.tsx'
import { useErrand } from './use-errand.ts'
import './agent.css'

export interface ErrandScreenProps {
  readonly initial: IntakeSession
  readonly desk: Desk
  readonly today: PlainDate
  readonly user: User
  readonly own: OwnParticulars | null
}

/** Numbers that a card reader types. */
const scannedNumber = /^(?:\d{15}|[0-9A-Z]{18})$/

const stepViews = { item: ItemStep, resident: ResidentStep, mandate: MandateStep, papers: PapersStep, check: CheckStep }

/** One step a screen, in large type: what is asked in the middle, where one is at the left, what follows from it at the right. */
export function ErrandScreen({ initial, desk, today, user, own }: ErrandScreenProps) {
  const { t } = useTranslation(['agent', 'intake'])
  const { go } = useNavigation()
  const screen = useRef<HTMLDivElement>(null)
  const errand = useErrand({ initial, desk, today, user, own, screen })
  const { intake, step, gaps, goTo } = errand
  const { session, form, dispatch, focusField } = intake
  const { phase, saved, outcome } = session
  const isDone = phase === 'done' && outcome !== null
  const wanting = gaps.filter((gap) => gap.step === step)
  const next = workSteps[workSteps.indexOf(step) + 1] ?? null
  const before = workSteps[workSteps.indexOf(step) - 1] ?? null

  const onward = () => {
    const [gap] = wanting
    if (next === null) return errand.handIn()
    if (gap === undefined) return goTo(next)
    for (const each of wanting) dispatch({ type: 'leave', field: each.field })
    focusField(gap.field)
  }
  const backward = () => {
    if (before !== null) goTo(before)
  }
  const newOne = () => go({ page: 'intake', draftId: null })
  /** All is kept as it is: back to the list. */
  const putAside = () => {
    void errand.leave().then((left) => (left ? go({ page: 'today' }) : undefined))
  }
  // A new step begins where something is wanting.
  const [first] = wanting
  const startsAt = useRef(first)
  useEffect(() => {
    startsAt.current = first
  })
  useEffect(() => {
    const gap = startsAt.current
    focusField(gap === undefined ? 'acts' : gap.field)
  }, [step, focusField])
  useKeys([
    { keys: 'F9', label: t(next === null ? 'acts.handIn' : 'acts.next'), run: onward, enabled: phase === 'editing' },
    { keys: 'Alt ←', label: t('acts.back'), run: backward, enabled: phase === 'editing' && before !== null },
    { keys: 'Esc', label: t('acts.aside'), run: putAside, enabled: phase === 'editing' },
  ])
  useScan((text) => {
    const number = normalizeIdNumber(text)
    if (phase !== 'editing' || step !== 'resident' || !scannedNumber.test(number)) return false
    // The reader's keys are taken back out of the field they fell into first.
    window.setTimeout(() => dispatch({ type: 'scan', text: number, target: 'applicant' }), 0)
    return true
  })
  const savedText =
    saved === null
      ? ''
      : 'failed' in saved
        ? t('intake:saveFailed')
        : t('intake:saved', { at: clockTimeWithSeconds(saved.at) })
  useStatusFact(savedText === '' ? null : savedText)
  const View = stepViews[step]
  return (
    <ErrandContext value={errand}>
      <IntakeContext value={intake}>
        {/* A new resident means new components: nothing half-typed in one of them can stay (AGY-23). */}
        <div className="errand" key={form.caseId} ref={screen}>
          <StepList now={isDone ? 'done' : step} />
          <div className="errand-main">
            {session.failure === null ? null : (
              <Banner tone="problem" title={t('intake:failed')} code={session.failure} />
            )}
            {isDone ? <DoneStep caseNo={outcome.caseNo} onNext={newOne} /> : <View />}
          </div>
          <aside className="errand-aside" aria-label={t('aside.label')}>
            <ErrandAside />
          </aside>
          {isDone ? null : (
            <footer className="errand-foot">
              <Button keys="Alt ←" onPress={backward} disabledReason={before === null ? t('acts.firstStep') : null}>
                {t('acts.back')}
              </Button>
              <Button keys="Esc" onPress={putAside}>
                {t('acts.aside')}
              </Button>
              <span className="grow muted" role="status">
                {wantingText(t, step, wanting)}
              </span>
              <span data-field="acts">
                <Button variant="primary" keys="F9" busy={phase === 'performing'} onPress={onward}>
                  {next === null ? t('acts.handIn') : t('acts.nextStep', { step: t(`steps.${next}`) })}
                </Button>
              </span>
            </footer>
          )}
        </div>
      </IntakeContext>
    </ErrandContext>
  )
}

type Translate = ReturnType<typeof useTranslation<['agent', 'intake']>>['t']

const wantingText = (t: Translate, step: WorkStep, wanting: readonly Gap[]): string =>
  wanting.length === 0 || step === 'item' ? '' : t(`wanting.${step}`, { n: wanting.length })
