import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../../domain/case/role.ts'
import { caseClocks } from '../../../domain/case/clocks.ts'
import type { CaseActKind } from '../../../domain/case/case-act.ts'
import { legalTimeState } from '../../../domain/clock/legal-time-state.ts'
import { waitedUntil } from '../../../domain/disclosure/desk-place.ts'
import type { DisclosureCase } from '../../../domain/disclosure/disclosure-state.ts'
import { remedyTimeOf } from '../../../domain/disclosure/remedy-time.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { outcomeNames } from '../../../domain/report/data/official-names.ts'
import { dateWithWeekday } from '../../i18n/dates.ts'
import { errorText } from '../../i18n/error-text.ts'
import { sumsText } from '../../i18n/ledger-text.ts'
import { operationText } from '../../i18n/operation-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { timeThresholds } from '../../time-thresholds.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { LedgerTable } from '../../ui/ledger-table.tsx'
import { LegalTimeBadge } from '../../ui/legal-time-badge.tsx'
import { workCalendar } from '../../work-calendar.ts'
import { BesideRequestPart } from './beside-request.tsx'
import { openSteps } from './model/open-steps.ts'

export interface RequestDetailProps {
  readonly id: string
  readonly role: Role
  readonly today: PlainDate
  readonly onOpen: (id: string, act?: CaseActKind) => void
}

/** The request stood on: what is asked, by whom, how its time runs, and the ways on. */
export function RequestDetail({ id, role, today, onOpen }: RequestDetailProps) {
  const { t } = useTranslation('disclosure')
  const host = useHost()
  // The key of the case page: whoever opens it finds it read already.
  const found = useQuery({
    queryKey: ['cases', 'one', id],
    queryFn: () => host.cases.get({ id }),
    placeholderData: keepPreviousData,
  })
  const state = found.data?.state ?? null
  const shown = state?.kind === 'disclosure' && state.id === id ? state : null
  const steps = shown === null ? [] : openSteps(shown, role).slice(0, 6)
  const keyOf = (at: number) => (at === 0 ? 'F9' : String(at))
  useKeys(
    steps.map((act, at) => ({
      keys: keyOf(at),
      ...(at === 0 ? { label: operationText(act) } : {}),
      run: () => onOpen(id, act),
    })),
  )
  if (found.error !== null)
    return (
      <div className="bd-detail-body">
        <Banner tone="problem" title={t('detail.failed')} code={errorText(found.error).code}>
          {errorText(found.error).text}
        </Banner>
      </div>
    )
  if (shown === null) return <p className="bd-detail-body muted">{t('detail.loading')}</p>
  return (
    <>
      <Head state={shown} today={today} />
      <div className="bd-detail-body">
        <b className="bd-title">{shown.intake.subject}</b>
        <Facts state={shown} today={today} />
        <div className="bd-acts">
          {steps.map((act, at) => (
            <Button
              key={act}
              size="sm"
              variant={at === 0 ? 'primary' : 'plain'}
              keys={keyOf(at)}
              onPress={() => onOpen(id, act)}
            >
              {operationText(act)}
            </Button>
          ))}
          <Button size="sm" keys="Enter" onPress={() => onOpen(id)}>
            {t('detail.open')}
          </Button>
        </div>
        <LedgerPart state={shown} today={today} />
        <BesideRequestPart key={id} id={id} onOpen={onOpen} />
      </div>
    </>
  )
}

function Head({ state, today }: { readonly state: DisclosureCase; readonly today: PlainDate }) {
  const clocks = caseClocks(state, workCalendar())
  return (
    <header>
      <LegalTimeBadge state={legalTimeState(clocks, today, timeThresholds())} />
      <h2 className="num">{state.caseNo}</h2>
    </header>
  )
}

function Facts({ state, today }: { readonly state: DisclosureCase; readonly today: PlainDate }) {
  const { t } = useTranslation(['disclosure', 'terms'])
  const { applicant, intake, assignment } = state
  const { statutory } = caseClocks(state, workCalendar())
  const due = statutory?.due ?? null
  const wait = state.closedOn === null ? waitedUntil(state, workCalendar()) : null
  const outcome = state.ending?.outcome ?? state.draft?.outcome ?? null
  const remedies = remedyTimeOf(state, workCalendar())
  return (
    <FactList
      facts={[
        [t('detail.state'), t(`terms:status.${state.status}`)],
        [t('detail.applicant'), applicant.name === '' ? t('terms:nameless') : applicant.name],
        [
          t('detail.category'),
          applicant.reportCategory === null ? null : t(`terms:reportCategory.${applicant.reportCategory}`),
        ],
        [t('detail.organ'), intake.organ],
        [
          t('detail.handler'),
          assignment === null ? t('detail.office') : [assignment.unit, assignment.handler].join(' '),
        ],
        [t('detail.documentNo'), intake.documentNo],
        [t('detail.arrived'), dateWithWeekday(state.arrivedOn)],
        [t('detail.due'), due === null ? t('detail.noDue') : dateWithWeekday(due)],
        [
          t('detail.wait'),
          wait === null
            ? null
            : t(wait < today ? 'detail.waitOver' : 'detail.waitUntil', { date: dateWithWeekday(wait) }),
        ],
        [t('detail.outcome'), outcome === null ? null : outcomeNames[outcome]],
        [
          t('detail.remedies'),
          remedies === null
            ? null
            : remedies.knownOn === null
              ? t('remedies.unknown')
              : t('remedies.text', {
                  known: remedies.knownOn,
                  reconsideration: remedies.reconsiderationBy ?? '',
                  litigation: remedies.litigationBy ?? t('remedies.first'),
                }),
        ],
      ]}
    />
  )
}

/** The account of the days, as the case page has it. */
function LedgerPart({ state, today }: { readonly state: DisclosureCase; readonly today: PlainDate }) {
  const { t } = useTranslation('disclosure')
  const { statutory } = caseClocks(state, workCalendar())
  return (
    <section className="bd-part">
      <h3>{t('detail.ledger')}</h3>
      {statutory === null ? (
        <p className="muted">{t('detail.noLedger')}</p>
      ) : (
        <>
          {statutory.due === null ? null : <p className="small muted">{sumsText(statutory)}</p>}
          <LedgerTable clock={statutory} limit="statutory" today={today} />
        </>
      )}
    </section>
  )
}
