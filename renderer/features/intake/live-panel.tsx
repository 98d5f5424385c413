import type { ReactNode } from 'react'
import { memo, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clock } from '../../../domain/clock/run-clock.ts'
import { needsConfirmation } from '../../../domain/disclosure/receipt-date.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import type { ItemFee } from '../../../domain/service/service-item.ts'
import { shortDate, weekday } from '../../i18n/dates.ts'
import { provisionalText, whyText } from '../../i18n/ledger-text.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { DayCalendar } from '../../ui/day-calendar.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { DueDates } from './due-dates.tsx'
import { useIntake } from './intake-context.ts'
import { clockPreview, mainActOf } from './model/preview.ts'
import { printPlanOf } from './model/print-plan.ts'
import { SimilarSection } from './similar-section.tsx'
import '../../ui/day-calendar.css'

/** What follows from the form as it stands: dates and why, fee, letters, cases that look alike. */
export function LivePanel() {
  const { t } = useTranslation(['intake', 'terms'])
  const { form, context } = useIntake()
  const { channel, arrivedOn, confirmedOn } = form.disclosure
  // Dates depend on little of the form: typing a name counts no days.
  const preview = useMemo(
    () => clockPreview(form.matter, { channel, arrivedOn, confirmedOn }, context),
    [form.matter, channel, arrivedOn, confirmedOn, context],
  )
  const act = mainActOf(form)
  if (form.matter === null || act === null) {
    return (
      <aside className="panel intake-live" aria-label={t('live.label')}>
        <p className="intake-none muted">{t('live.empty')}</p>
      </aside>
    )
  }
  const head =
    act === 'service.accept'
      ? t('live.accepted')
      : act === 'service.notice'
        ? t('live.ifComplete')
        : t('live.disclosure')
  const { statutory, promised } = preview.clocks
  const shown = statutory ?? promised
  return (
    <aside className="panel intake-live" aria-label={t('live.label')}>
      <header>
        <h2>{head}</h2>
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
      {form.matter.kind === 'disclosure' ? (
        preview.noticeDue === null ? null : (
          <LiveSection title={t('live.correctionDue')}>
            <b className="num">
              {preview.noticeDue} {weekday(preview.noticeDue)}
            </b>
            <span className="muted"> {t('live.correctionNote')}</span>
          </LiveSection>
        )
      ) : (
        <LiveSection title={t('live.fee')}>
          <Fee fee={form.matter.item.fee} />
        </LiveSection>
      )}
      <LiveSection title={t('live.print')}>
        <dl className="intake-prints">
          {printPlanOf(act, form.materials).map(({ letter, copies }) => (
            <div key={letter}>
              <dt className="num">{t('live.copies', { n: copies })}</dt>
              <dd>{t(`terms:letter.${letter}`)}</dd>
            </div>
          ))}
        </dl>
      </LiveSection>
      <SimilarSection />
    </aside>
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
  kind: 'service' | 'disclosure',
  disclosure: { readonly channel: Parameters<typeof needsConfirmation>[0]; readonly confirmedOn: string },
): string => {
  if (kind === 'service') return t('live.noLimit')
  return needsConfirmation(disclosure.channel) && disclosure.confirmedOn.trim() === ''
    ? t('live.notConfirmed')
    : t('live.notDated')
}
