import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../../../contract/queries/cases.ts'
import type { User } from '../../../../contract/queries/desk.ts'
import { workCalendar } from '../../../work-calendar.ts'
import { caseClocks } from '../../../../domain/case/clocks.ts'
import { documentsOf, lettersOf } from '../../../../domain/case/letters.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { CaseActKind } from '../../../../domain/case/case-act.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import type { MaterialLine } from '../../../../domain/service/service-intake.ts'
import { useKeys } from '../../../keyboard/keyboard-context.ts'
import { operationText } from '../../../i18n/operation-text.ts'
import { useNavigation, useStatusFact } from '../../../navigation/navigation-context.ts'
import { usePrint } from '../../../printing/use-print.ts'
import { ConfirmDialog } from '../acts/confirm-dialog.tsx'
import { SupplyDialog } from '../acts/supply-dialog.tsx'
import { ActDialog, type ActDraft } from '../acts/act-dialog.tsx'
import { actKey } from '../acts/act-keys.ts'
import { hasMainStep, openActs, type OpenActs } from '../acts/open-acts.ts'
import { FilesPanel } from '../files/files-panel.tsx'
import { ActsPanel } from './acts-panel.tsx'
import { AgentPanel } from './agent-panel.tsx'
import { CaseHeader } from './case-header.tsx'
import { IntakePanel } from './intake-panel.tsx'
import { FeePanel } from './fee-panel.tsx'
import { LinksPanel } from './links-panel.tsx'
import { OutcomePanel } from './outcome-panel.tsx'
import { RatingPanel } from './rating-panel.tsx'
import { RequestPanels } from './request/request-panels.tsx'
import { WayPanel } from './way-panel.tsx'
import { ReachPanel } from './reach-panel.tsx'
import { LedgerPanel } from './ledger-panel.tsx'
import { LettersPanel } from './letters/letters-panel.tsx'
import { LetterDialogs } from './letters/letter-dialogs.tsx'
import { useLetters } from './letters/use-letters.ts'
import { TimeDisputesPanel } from './time-disputes-panel.tsx'
import { TimelinePanel } from './timeline-panel.tsx'

/** The case with its acts. What a dialog holds half-filled stays here while the page is open. */
export function CaseBody({ detail, user }: { readonly detail: CaseDetail; readonly user: User }) {
  const { t } = useTranslation('cases')
  const { state, today } = detail
  const clocks = caseClocks(state, workCalendar())
  const acts = openActs(state, { today, calendar: workCalendar(), user })
  const { openedFor } = useNavigation()
  const hasMain = hasMainStep(acts)
  const [acting, setActing] = useState<Acting | null>(() => openedWith(openedFor(), acts, state))
  const [drafts, setDrafts] = useState<Readonly<Record<string, ActDraft>>>({})
  const [marked, setMarked] = useState<MarkedLines | null>(null)
  const [confirmedOn, setConfirmedOn] = useState<PlainDate | null>(today)
  const printing = usePrint()
  const calendar = useRef<HTMLDivElement>(null)
  const page = useRef<HTMLDivElement>(null)
  // The page takes the focus that the list gave up, so that the arrow and page keys scroll it.
  useEffect(() => page.current?.focus(), [])

  const letters = useLetters(state, printing)
  const [newest] = documentsOf(state)
  const mainLetter = newest?.letter ?? lettersOf(state)[0]
  // The form is about the case as it was when it opened: news that come meanwhile neither empty it nor slip under it.
  const begin = (kind: CaseActKind) => setActing({ kind, state })
  useKeys([
    ...acts.steps.slice(0, 9).map(({ kind }, at) => ({
      keys: actKey(at, hasMain),
      ...(at === 0 && hasMain ? { label: operationText(kind) } : {}),
      run: () => begin(kind),
    })),
    {
      keys: 'F4',
      label: t('page.keys.print'),
      enabled: mainLetter !== undefined,
      run: () => (mainLetter === undefined ? undefined : letters.print({ letter: mainLetter, document: newest?.n })),
    },
    { keys: 'Alt W', label: t('page.keys.why'), run: () => calendar.current?.focus() },
  ])
  useStatusFact(t('page.fact'))
  const close = () => setActing(null)
  const dialog = { today, onClose: close, onDone: close }

  return (
    <div className="page-scroll case-page" ref={page} tabIndex={-1}>
      <CaseHeader detail={detail} clocks={clocks} />
      <div className="case-cols">
        <div className="case-left">
          <LedgerPanel state={state} clocks={clocks} today={today} calendarRef={calendar} />
          {state.kind === 'service' ? <WayPanel state={state} today={today} /> : null}
          {state.kind === 'disclosure' ? <RequestPanels state={state} /> : null}
          <TimeDisputesPanel state={state} role={user.role} />
          <TimelinePanel detail={detail} />
        </div>
        <aside className="case-right">
          <ActsPanel acts={acts} closed={state.closedOn !== null} onRun={begin} />
          {state.kind === 'service' ? <OutcomePanel state={state} /> : null}
          <LettersPanel detail={detail} busy={printing.busy} {...letters} />
          <FilesPanel state={state} role={user.role} aliasFiles={detail.aliasFiles ?? []} />
          <ReachPanel state={state} role={user.role} />
          {state.representative === null ? null : <AgentPanel agent={state.representative} />}
          <FeePanel state={state} />
          <LinksPanel links={detail.links} />
          <RatingPanel detail={detail} user={user} />
          <IntakePanel state={state} />
        </aside>
      </div>
      <LetterDialogs state={state} letters={letters} />
      {state.kind === 'service' && state.status === 'correction_wait' ? (
        <SupplyDialog
          {...dialog}
          open={acting?.kind === 'service.supply'}
          state={state}
          lines={marked?.version === state.version ? marked.lines : state.intake.materials}
          onLinesChange={(lines) => setMarked({ version: state.version, lines })}
        />
      ) : null}
      {state.status === 'awaiting_confirm' ? (
        <ConfirmDialog
          {...dialog}
          open={acting?.kind === 'disclosure.confirm'}
          state={state}
          date={confirmedOn}
          onDateChange={setConfirmedOn}
        />
      ) : null}
      {acting === null || hasOwnDialog.has(acting.kind) ? null : (
        <ActDialog
          {...dialog}
          key={acting.kind}
          kind={acting.kind}
          state={acting.state}
          user={user}
          draft={drafts[draftKey(acting)] ?? null}
          onDraft={(draft) => setDrafts((all) => ({ ...all, [draftKey(acting)]: draft }))}
        />
      )}
    </div>
  )
}

/** The form that the page was opened for, unless the case has moved on meanwhile. */
const openedWith = (kind: CaseActKind | null, acts: OpenActs, state: CaseState): Acting | null => {
  const found = [...acts.steps, ...acts.always].find((act) => act.kind === kind && act.refusal === null)
  return found === undefined ? null : { kind: found.kind, state }
}

/** Marked off for the case as it stood then: when it moves on, the checklist starts from what it says now. */
interface MarkedLines {
  readonly version: number
  readonly lines: readonly MaterialLine[]
}

/** Acts whose form is more than their fields. */
const hasOwnDialog: ReadonlySet<CaseActKind> = new Set<CaseActKind>(['service.supply', 'disclosure.confirm'])

interface Acting {
  readonly kind: CaseActKind
  readonly state: CaseState
}

/** When the case has moved on, a form that is opened anew starts from what the case says now. */
const draftKey = ({ kind, state }: Acting): string => `${kind}@${state.version}`
