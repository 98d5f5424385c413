import type { ReactNode } from 'react'
import { memo, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clock } from '../../../domain/clock/run-clock.ts'
import { needsConfirmation } from '../../../domain/disclosure/receipt-date.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { gapsOf } from '../../../domain/service/materials.ts'
import type { ItemFee } from '../../../domain/service/service-item.ts'
import { shortDate, weekday } from '../../i18n/dates.ts'
import { provisionalText, whyText } from '../../i18n/ledger-text.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { DayCalendar } from '../../ui/day-calendar.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { DueDates } from './due-dates.tsx'
import { useIntake } from '../../intake/intake-context.ts'
import { bundleClocks } from '../../intake/model/bundle-act.ts'
import type { Matter } from '../../intake/model/form-model.ts'
import { clockPreview, mainActOf, type ClockPreview } from '../../intake/model/preview.ts'
import { printPlanOf } from '../../intake/model/print-plan.ts'
import { SimilarSection } from '../../intake/similar-section.tsx'
import '../../ui/day-calendar.css'

/** What follows from the form as it stands: dates and why, fee, letters, cases that look alike. */
export function LivePanel() {
  const { t } = useTranslation(['intake', 'terms'])
  const { form, context } = useIntake()
  const { channel, arrivedOn, confirmedOn } = form.disclosure
  // Dates depend on little of the form: typing a name counts no days.
  const preview = useMemo(
    () =>
      clockPreview(
        form.matter,
        { channel, arrivedOn, confirmedOn },
        { contact: form.contact, bundle: form.bundle },
        context,
      ),
    [form.matter, channel, arrivedOn, confirmedOn, form.contact, form.bundle, context],
  )
  const act = mainActOf(form)
  if (form.matter === null || act === null) {
    return (
      <aside className="panel intake-live" aria-label={t('live.label')}>
        <p className="intake-none muted">{t('live.empty')}</p>
      </aside>
    )
  }
  const { statutory, promised } = preview.clocks
  const shown = statutory ?? promised
  const letters = printPlanOf(act, form).filter(({ onDemand }) => onDemand !== true)
  return (
    <aside className="panel intake-live" aria-label={t('live.label')}>
      <header>
        <h2>{t(act === 'bundle.open' && gapsOf(form.materials).length > 0 ? 'live.ifComplete' : heads[act])}</h2>
        <span className="grow" />
        {preview.start === null ? null : (
          <span className="small muted num">{t('live.from', { date: shortDate(preview.start) })}</span>
        )}
      </header>
      <DueDates kind={form.matter.kind} preview={preview} />
      {shown === null ? (
        <section>
          <p className="intake-why">{notRunningText(t, form.matter.kind, form.disclosure)}</p>
        </section>
      ) : (
        <WhySection
          clock={shown}
          promisedDue={statutory === null ? null : (promised?.due ?? null)}
          today={context.today}
        />
      )}
      <KindSection matter={form.matter} preview={preview} />
      {letters.length === 0 ? null : (
        <LiveSection title={t('live.print')}>
          <dl className="intake-prints">
            {letters.map(({ letter, copies, of }) => (
              <div key={`${letter} ${of?.caseId ?? ''}`}>
                <dt className="num">{t('live.copies', { n: copies })}</dt>
                <dd>
                  {t(`terms:letter.${letter}`)}
                  {of === undefined ? null : <small className="muted"> {of.name}</small>}
                </dd>
              </div>
            ))}
          </dl>
        </LiveSection>
      )}
      <SimilarSection />
    </aside>
  )
}

const heads = {
  'service.accept': 'live.accepted',
  'service.notice': 'live.ifComplete',
  'service.instant': 'live.instant',
  'disclosure.register': 'live.disclosure',
  'consultation.register': 'live.consultation',
  'consultation.answer_at_once': 'live.answered',
  'complaint.register': 'live.complaint',
  'bundle.open': 'live.bundle',
} as const satisfies Record<NonNullable<ReturnType<typeof mainActOf>>, string>

/** What else is to be said of this kind of matter: its fee, the day for asking back, whose promise the date is. */
function KindSection({ matter, preview }: { readonly matter: Matter; readonly preview: ClockPreview }) {
  const { t } = useTranslation('intake')
  switch (matter.kind) {
    case 'service':
      return (
        <LiveSection title={t('live.fee')}>
          <Fee fee={matter.item.fee} />
        </LiveSection>
      )
    case 'disclosure':
      return preview.noticeDue === null ? null : (
        <LiveSection title={t('live.correctionDue')}>
          <b className="num">
            {preview.noticeDue} {weekday(preview.noticeDue)}
          </b>
          <span className="muted"> {t('live.correctionNote')}</span>
        </LiveSection>
      )
    case 'bundle':
      return <PartDues />
    case 'consultation':
    case 'complaint':
      return (
        <LiveSection title={t('live.whose')}>
          <span className="muted">{t(`live.promiseOf.${matter.kind}`)}</span>
        </LiveSection>
      )
  }
}

/** The limit of each matter of a bundle. */
function PartDues() {
  const { t } = useTranslation('intake')
  const { form, context } = useIntake()
  const { parts } = bundleClocks(form.bundle, context.today, context.calendar)
  if (parts.length === 0) return null
  return (
    <LiveSection title={t('live.byPart')}>
      <dl className="intake-prints">
        {parts.map(({ caseId, name, clocks }) => {
          const clock = clocks.promised ?? clocks.statutory
          return (
            <div key={caseId}>
              <dt className="num">{clock === null || clock.due === null ? t('live.none') : shortDate(clock.due)}</dt>
              <dd>{name}</dd>
            </div>
          )
        })}
      </dl>
    </LiveSection>
  )
}

function LiveSection({
  title,
  keys,
  children,
}: {
  readonly title: string
  readonly keys?: string
  readonly children: ReactNode
}) {
  return (
    <section>
      <h2>
        {title}
        {keys === undefined ? null : <KeyHint keys={keys} />}
      </h2>
      {children}
    </section>
  )
}

/** The calendar can be walked with the arrow keys; Alt+W goes there and back. */
const WhySection = memo(function WhySection(props: {
  readonly clock: Clock
  readonly promisedDue: PlainDate | null
  readonly today: PlainDate
}) {
  const { clock, promisedDue, today } = props
  const { t } = useTranslation('intake')
  const calendar = useRef<HTMLDivElement>(null)
  const cameFrom = useRef<HTMLElement | null>(null)
  const [active, setActive] = useState<PlainDate | null>(null)
  const leave = () => {
    setActive(null)
    cameFrom.current?.focus()
  }
  useKeys([
    {
      keys: 'Alt W',
      label: t('keys.why'),
      run: () => {
        if (calendar.current?.contains(document.activeElement) === true) return leave()
        cameFrom.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
        calendar.current?.focus()
      },
    },
  ])
  const open = provisionalText(clock)
  return (
    <LiveSection title={t('live.why')} keys="Alt W">
      <DayCalendar
        ref={calendar}
        clock={clock}
        promisedDue={promisedDue}
        today={today}
        active={active}
        onActiveChange={setActive}
      />
      <p className="intake-why">{whyText(clock)}</p>
      {open === null ? null : <p className="intake-why">{open}</p>}
    </LiveSection>
  )
})

function Fee({ fee }: { readonly fee: ItemFee | null }) {
  const { t } = useTranslation('intake')
  if (fee === null) return <span className="muted">{t('live.feeUnknown')}</span>
  if (!fee.charged) {
    return (
      <>
        <b className="num">{t('live.free')}</b>
        <span className="muted"> {fee.basis ?? t('live.freeNote')}</span>
      </>
    )
  }
  return (
    <>
      <b>{fee.standard ?? t('live.charged')}</b>
      {fee.basis === null ? null : <span className="muted"> {fee.basis}</span>}
    </>
  )
}

type Translate = ReturnType<typeof useTranslation<'intake'>>['t']

const notRunningText = (
  t: Translate,
  kind: Matter['kind'],
  disclosure: { readonly channel: Parameters<typeof needsConfirmation>[0]; readonly confirmedOn: string },
): string => {
  if (kind === 'service') return t('live.noLimit')
  if (kind === 'bundle') return t('live.noLimit')
  if (kind !== 'disclosure') return t('live.notDated')
  return needsConfirmation(disclosure.channel) && disclosure.confirmedOn.trim() === ''
    ? t('live.notConfirmed')
    : t('live.notDated')
}
