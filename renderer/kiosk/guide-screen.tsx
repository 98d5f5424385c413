import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Guide } from '../../contract/queries/kiosk.ts'
import type { Window } from '../../contract/reference.ts'
import { limitsOf } from '../../domain/service/limits.ts'
import { useHost } from '../ipc/clients.ts'
import { QrCode } from '../letters/codes/code-image.tsx'
import { healing } from './heals.ts'
import { PrintGuide } from './print-guide.tsx'
import { servedAt } from './served-at.ts'
import { takeAwayText } from './take-away.ts'
import { Unanswered } from './unanswered.tsx'

export interface GuideScreenProps {
  readonly id: string
  readonly windows: readonly Window[]
}

/** What to bring, how long it takes, what it costs, where to go: the guide as it is published. */
export function GuideScreen({ id, windows }: GuideScreenProps) {
  const { t } = useTranslation('kiosk')
  const host = useHost()
  const guide = useQuery({
    queryKey: ['reference', 'guide', id],
    queryFn: () => host.kiosk.guide({ id }),
    refetchInterval: healing(),
  })
  if (guide.data === undefined) return <Unanswered query={guide} />
  if (guide.data === null) return <p className="ksk-none">{t('guide.gone')}</p>
  const { name, code, kind, organ, audience, conditions, legalBasis, processSteps, resultName, note } = guide.data
  const at = servedAt(windows, organ)
  const where = at.length === 0 ? t('guide.anyWindow') : at.map((window) => window.name).join(t('listMark'))
  return (
    <div className="ksk-scroll" tabIndex={0} role="region" aria-label={name}>
      <article className="ksk-guide">
        <header>
          <h1>{name}</h1>
          <p>{t('guide.under', { kind, organ })}</p>
        </header>
        <Limits guide={guide.data} />
        <Part title={t('guide.materials', { n: guide.data.materials.length })}>
          {guide.data.materials.length === 0 ? <p>{t('guide.noMaterials')}</p> : <Materials guide={guide.data} />}
        </Part>
        <Lines title={t('guide.conditions')} lines={conditions} />
        <Steps title={t('guide.steps')} steps={processSteps} />
        <Part title={t('guide.where')}>
          <p>{where}</p>
          {(guide.data.details?.contact?.places ?? []).map((place) => (
            <p key={place}>{place}</p>
          ))}
          <Fact label={t('guide.hours')} value={guide.data.details?.contact?.hours ?? null} />
          <Fact label={t('guide.phone')} value={guide.data.details?.contact?.phone ?? null} />
          <Fact label={t('guide.supervisePhone')} value={guide.data.details?.contact?.supervisePhone ?? null} />
        </Part>
        <Part title={t('guide.facts')}>
          <Fact label={t('guide.audience')} value={audience} />
          <Fact label={t('guide.result')} value={resultName} />
          <Fact label={t('guide.code')} value={code} />
          <Fact label={t('guide.note')} value={note} />
        </Part>
        <Part title={t('takeAway.title')}>
          <div className="ksk-take">
            <QrCode text={takeAwayText(guide.data, where)} label={t('takeAway.code', { name })} sizeMm={95} />
            <div className="grow">
              <p>{t('takeAway.text')}</p>
              <PrintGuide id={id} />
            </div>
          </div>
        </Part>
        <Lines title={t('guide.basis')} lines={legalBasis} />
        <Lines title={t('guide.faq')} lines={guide.data.details?.service?.faq ?? []} />
      </article>
    </div>
  )
}

function Limits({ guide }: { readonly guide: Guide }) {
  const { t } = useTranslation(['kiosk', 'intake', 'terms'])
  const { statutoryDays, promisedDays, unit } = limitsOf(guide)
  const days = (n: number | null) => (n === null ? t('promises.noLimit') : t(`promises.days.${unit}`, { n }))
  const { fee } = guide
  return (
    <dl className="ksk-facts">
      <div>
        <dt>{t('guide.promised')}</dt>
        <dd className="num">{guide.handling === 'instant' ? t('promises.instant') : days(promisedDays)}</dd>
      </div>
      <div>
        <dt>{t('guide.statutory')}</dt>
        <dd className="num">{days(statutoryDays)}</dd>
      </div>
      <div>
        <dt>{t('guide.fee')}</dt>
        <dd>
          {fee === null
            ? t('intake:item.feeUnknown')
            : fee.charged
              ? (fee.standard ?? t('guide.charged'))
              : t('guide.free')}
        </dd>
      </div>
    </dl>
  )
}

function Materials({ guide: { materials } }: { readonly guide: Guide }) {
  const { t } = useTranslation(['kiosk', 'terms'])
  return (
    <ol className="ksk-materials">
      {materials.map(({ name, form, copies, required, source, detail }, at) => (
        <li key={`${at} ${name}`}>
          <b>{name}</b>
          <span>
            {[
              t(`terms:materialForm.${form}`),
              copies === null ? null : t('guide.copies', { n: copies }),
              required === false ? t('guide.ifNeeded') : null,
              source ?? detail?.issuer ?? null,
            ]
              .filter((part) => part !== null)
              .join(t('dot'))}
          </span>
          {[detail?.filling, detail?.standard].map((line) =>
            line === null || line === undefined ? null : <small key={line}>{line}</small>,
          )}
        </li>
      ))}
    </ol>
  )
}

function Steps({ title, steps }: { readonly title: string; readonly steps: readonly string[] }) {
  if (steps.length === 0) return null
  return (
    <Part title={title}>
      <ol className="ksk-flow">
        {steps.map((step, at) => (
          <li key={`${at} ${step}`}>{step}</li>
        ))}
      </ol>
    </Part>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <Part title={title}>
      {lines.map((line, at) => (
        <p key={`${at} ${line}`}>{line}</p>
      ))}
    </Part>
  )
}

function Fact({ label, value }: { readonly label: string; readonly value: string | null }) {
  return value === null ? null : (
    <p>
      <span className="ksk-label">{label}</span>
      {value}
    </p>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
