import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../../../contract/queries/cases.ts'
import type { User } from '../../../../contract/queries/desk.ts'
import { workCalendar } from '../../../work-calendar.ts'
import { caseClocks } from '../../../../domain/case/clocks.ts'
import { documentsOf, lettersOf } from '../../../../domain/case/letters.ts'
import type { LetterKind } from '../../../../domain/letters/letter-kind.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import { findTransitions } from '../../../../domain/case/workflow.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import type { MaterialLine } from '../../../../domain/service/service-intake.ts'
import { useKeys } from '../../../keyboard/keyboard-context.ts'
import { useStatusFact } from '../../../navigation/navigation-context.ts'
import { usePrint } from '../../../printing/use-print.ts'
import { ConfirmDialog } from '../acts/confirm-dialog.tsx'
import { SupplyDialog } from '../acts/supply-dialog.tsx'
import { ActsPanel, type OpenAct } from './acts-panel.tsx'
import { CaseHeader } from './case-header.tsx'
import { IntakePanel } from './intake-panel.tsx'
import { LedgerPanel } from './ledger-panel.tsx'
import { LettersPanel } from './letters-panel.tsx'
import { TimelinePanel } from './timeline-panel.tsx'

/** The case with its acts. What a dialog holds half-filled stays here while the page is open. */
export function CaseBody({ detail, user }: { readonly detail: CaseDetail; readonly user: User }) {
  const { t } = useTranslation('cases')
  const { state, today } = detail
  const clocks = caseClocks(state, workCalendar())
  const act = openActOf(state, user)
  const [acting, setActing] = useState(false)
  const [marked, setMarked] = useState<MarkedLines | null>(null)
  const [confirmedOn, setConfirmedOn] = useState<PlainDate | null>(today)
  const printing = usePrint()
  const calendar = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  // The page takes the focus that the list gave up, so that the arrow and page keys scroll it.
  useEffect(() => page.current?.focus(), [])

  const print = (letter: LetterKind, document?: number) =>
    void printing.print([{ caseId: state.id, letter, ...(document === undefined ? {} : { document }), copies: 1 }])
  const [newest] = documentsOf(state)
  const mainLetter = newest?.letter ?? lettersOf(state)[0]
  const mayAct = act !== null && act.forbidden === null
  const run = () => setActing(true)
  useKeys([
    { keys: 'F9', label: act === null ? '' : t(`acts.${act.name}`), enabled: mayAct, run },
    {
      keys: 'F4',
      label: t('page.keys.print'),
      enabled: mainLetter !== undefined,
      run: () => (mainLetter === undefined ? undefined : print(mainLetter, newest?.n)),
    },
    { keys: 'Alt W', label: t('page.keys.why'), run: () => calendar.current?.focus() },
  ])
  useStatusFact(t('page.fact'))
  const dialog = { today, open: acting, onClose: () => setActing(false), onDone: () => setActing(false) }

  return (
    <div className="page-scroll case-page" ref={page} tabIndex={-1}>
      <CaseHeader detail={detail} clocks={clocks} />
      <div className="case-cols">
        <div className="case-left">
          <LedgerPanel state={state} clocks={clocks} today={today} calendarRef={calendar} />
          <TimelinePanel detail={detail} />
        </div>
        <aside className="case-right">
          <ActsPanel act={act} closed={state.closedOn !== null} onRun={run} />
          <LettersPanel state={state} busy={printing.busy} onPrint={print} />
          <IntakePanel state={state} />
        </aside>
      </div>
      {state.kind === 'service' && state.status === 'correction_wait' ? (
        <SupplyDialog
          {...dialog}
          state={state}
          lines={marked?.version === state.version ? marked.lines : state.intake.materials}
          onLinesChange={(lines) => setMarked({ version: state.version, lines })}
        />
      ) : null}
      {state.status === 'awaiting_confirm' ? (
        <ConfirmDialog {...dialog} state={state} date={confirmedOn} onDateChange={setConfirmedOn} />
      ) : null}
    </div>
  )
}

/** Marked off for the case as it stood then: when it moves on, the checklist starts from what it says now. */
interface MarkedLines {
  readonly version: number
  readonly lines: readonly MaterialLine[]
}

/** The act of the workflow table that is open now, beside printing. */
const openActOf = (state: CaseState, user: User): OpenAct | null => {
  const name = state.kind === 'service' ? 'supply' : 'confirm'
  const [transition] = findTransitions(state, name === 'supply' ? 'service.supply' : 'disclosure.confirm')
  if (transition === undefined) return null
  return { name, forbidden: transition.roles.includes(user.role) ? null : user.role }
}
