import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as uuidv7 } from 'uuid'
import type { User } from '../../../contract/queries/desk.ts'
import { normalizeIdNumber } from '../../../domain/identity/normalize-id-number.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { clockTimeWithSeconds } from '../../i18n/dates.ts'
import { DropZone } from '../../files/drop-zone.tsx'
import { useKeys, useScan } from '../../keyboard/keyboard-context.ts'
import { useNavigation, useStatusFact } from '../../navigation/navigation-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { ActKeys, ActsBar } from './acts-bar.tsx'
import { ApplicantPanel } from './applicant-panel.tsx'
import { RequestPanel } from './disclosure-panel.tsx'
import { DraftList } from './draft-list.tsx'
import { ComplaintPanel } from './complaint-panel.tsx'
import { ConsultationPanels } from './consultation-panel.tsx'
import { IntakeContext, useIntake } from '../../intake/intake-context.ts'
import { InstantDialog } from './instant-dialog.tsx'
import { ItemHead } from './item-head.tsx'
import { ItemPicker } from './item-picker.tsx'
import { PapersPanel } from './papers-panel.tsx'
import { LivePanel } from './live-panel.tsx'
import { materialAt } from './material-at.ts'
import { MaterialsPanel } from './materials-panel.tsx'
import { problemsOf } from '../../intake/model/preview.ts'
import { fieldOnScreen } from '../../intake/model/problem-fields.ts'
import type { IntakeSession } from '../../intake/model/session.ts'
import { RefuseDialog } from './refuse-dialog.tsx'
import { ResultView } from './result-view.tsx'
import { useIntakeSession } from './use-intake.ts'
import './intake.css'

export interface IntakeScreenProps {
  readonly initial: IntakeSession
  readonly today: PlainDate
  readonly user: User
  /** The draft that the page was opened with; null = a new intake. */
  readonly draftId: string | null
  /** Field to begin at; absent = the first thing that is wanting. */
  readonly startAt?: string
  /** Tells which case is on the screen, so that it can be found again after locking. */
  readonly onCase: (caseId: string | null) => void
}

/** Numbers a card or licence reader types. */
const scannedNumber = /^(?:\d{15}|[0-9A-Z]{18})$/

/** The whole intake on one screen, for every kind of case, from the item to the printed letter. */
export function IntakeScreen({ initial, today, user, draftId, startAt, onCase }: IntakeScreenProps) {
  const { t } = useTranslation('intake')
  const { go } = useNavigation()
  const screen = useRef<HTMLDivElement>(null)
  const { intake, acts } = useIntakeSession(initial, { today, user }, screen)
  const { session, form, dispatch, focusField } = intake
  const { phase, saved } = session
  const picking = form.matter === null || session.changing
  const editing = phase !== 'done'
  const [refusing, setRefusing] = useState(false)
  const [deciding, setDeciding] = useState(false)
  const instant = () => {
    if (phase === 'editing') setDeciding(true)
  }
  const refuse = () => {
    if (phase === 'editing') setRefusing(true)
  }

  useEffect(() => onCase(editing ? form.caseId : null), [onCase, editing, form.caseId])
  // Whoever comes back to a draft goes on at the first thing that is still wanting.
  const [opened] = useState(() =>
    initial.form.matter === null ? null : (startAt ?? problemsOf(initial.form, intake.context)[0]?.field ?? 'acts'),
  )
  useEffect(() => {
    if (opened !== null) focusField(fieldOnScreen(opened))
  }, [opened, focusField])
  const next = () => {
    // A draft that was opened keeps its own page; the next client gets a fresh one.
    if (draftId !== null) return go({ page: 'intake', draftId: null })
    if (phase === 'done') return dispatch({ type: 'nextClient', caseId: uuidv7() })
    void acts.leave().then((left) => (left ? dispatch({ type: 'nextClient', caseId: uuidv7() }) : undefined))
  }
  useKeys([
    { keys: 'F2', label: t('keys.next'), run: next },
    {
      keys: 'Ctrl I',
      run: () => dispatch({ type: 'changeItem', on: true }),
      enabled: editing && !picking,
    },
    { keys: 'Alt A', run: () => focusField('applicant.kind'), enabled: editing && !picking },
    {
      keys: 'Esc',
      run: () => dispatch({ type: 'changeItem', on: false }),
      enabled: session.changing,
    },
  ])
  useScan((text) => {
    const number = normalizeIdNumber(text)
    if (phase !== 'editing' || !scannedNumber.test(number)) return false
    const section = document.activeElement?.closest('[data-section]')?.getAttribute('data-section')
    const target = section === 'representative' ? 'representative' : 'applicant'
    // The reader's keys are taken back out of the field they fell into first.
    window.setTimeout(() => {
      dispatch({ type: 'scan', text: number, target })
      focusField(`${target}.name`)
    }, 0)
    return true
  })
  useStatusFact(
    saved === null ? null : 'failed' in saved ? t('saveFailed') : t('saved', { at: clockTimeWithSeconds(saved.at) }),
  )

  return (
    <IntakeContext value={intake}>
      {/* A new client means new components: nothing half-typed in one of them can stay. */}
      <div className={`intake ${editing ? '' : 'done'}`} key={form.caseId} ref={screen}>
        <DropZone
          className="intake-main"
          enabled={phase === 'editing' && !picking}
          onFiles={(files, over) => void intake.papers.add(files, materialAt(over) ?? intake.papers.as)}
        >
          {session.failure === null ? null : <Banner tone="problem" title={t('failed')} code={session.failure} />}
          {phase === 'done' && session.outcome !== null ? (
            <ResultView outcome={session.outcome} acts={acts} onNext={next} />
          ) : picking ? (
            <>
              <h1 className="vh">{t('title')}</h1>
              <ItemPicker />
              {form.matter === null ? <DraftList /> : null}
            </>
          ) : (
            <>
              <ActKeys acts={acts} onRefuse={refuse} onInstant={instant} />
              <ItemHead />
              <ApplicantPanel />
              <MatterPanels />
              <PapersPanel />
              <ActsBar acts={acts} onRefuse={refuse} onInstant={instant} />
              <InstantDialog
                open={deciding}
                onClose={() => setDeciding(false)}
                onConfirm={() => {
                  setDeciding(false)
                  acts.perform('service.instant')
                }}
              />
              <RefuseDialog
                open={refusing}
                onClose={() => setRefusing(false)}
                onConfirm={() => {
                  setRefusing(false)
                  acts.perform('service.refuse')
                }}
              />
            </>
          )}
        </DropZone>
        {editing ? <LivePanel /> : null}
      </div>
    </IntakeContext>
  )
}

/** What belongs to this kind of matter. */
function MatterPanels() {
  const { form } = useIntake()
  switch (form.matter?.kind) {
    case 'disclosure':
      return <RequestPanel />
    case 'consultation':
      return <ConsultationPanels />
    case 'complaint':
      return <ComplaintPanel />
    default:
      return <MaterialsPanel />
  }
}
