import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { KeptCopies, SyncReport } from '../../../contract/queries/sync-status.ts'
import { runningNumberWords } from '../../../contract/words/number-words.ts'
import { timeOrStamp } from '../../i18n/dates.ts'
import { syncProblemText } from '../../i18n/sync-text.ts'
import { Mark } from '../../ui/mark.tsx'
import { Panel } from '../../ui/panel.tsx'
import { KeptFacts } from './kept-facts.tsx'

/** How the exchange stands: in words first, then the facts for whoever must help. */
export function StatePanel({
  report,
  today,
}: {
  readonly report: SyncReport & { readonly kept: KeptCopies }
  readonly today: string
}) {
  const { t } = useTranslation(['sync', 'ui'])
  const { status, server } = report
  const { state, lastError } = status
  const rest = restText(status, t)
  return (
    <Panel title={t('state.title')}>
      <p className="sync-state" role="status">
        <Mark
          name={
            state === 'refused' || state === 'revoked'
              ? 'diamond'
              : state === 'idle' && status.waiting === 0
                ? 'done'
                : 'dash'
          }
        />
        <b>{t(`state.${state}`)}</b>
      </p>
      {rest === null ? null : <p className="num">{rest}</p>}
      <dl className="sync-facts">
        <Fact name={t('facts.server')} value={server ?? t('facts.none')} />
        <Fact
          name={t('facts.lastContact')}
          value={status.lastContactAt === null ? t('facts.never') : timeOrStamp(status.lastContactAt, today)}
        />
        <Fact name={t('facts.waiting')} value={t('facts.count', { n: status.waiting })} />
        {status.unconfirmed === 0 ? null : (
          <Fact name={t('facts.unconfirmed')} value={t('facts.count', { n: status.unconfirmed })} />
        )}
        <Fact name={t('facts.attention')} value={t('facts.count', { n: status.attention })} />
        {status.nextTryAt === null ? null : (
          <Fact name={t('facts.nextTry')} value={timeOrStamp(status.nextTryAt, today)} />
        )}
      </dl>
      {state === 'not_enrolled' ? null : <KeptFacts kept={report.kept} today={today} />}
      {report.numbers.map((numbers) => (
        <p key={numbers.series}>{runningNumberWords(numbers)}</p>
      ))}
      {lastError === null ? null : (
        <p className="sync-error">
          <span className="muted">
            {t('facts.lastError')} {timeOrStamp(lastError.at, today)}
          </span>{' '}
          {syncProblemText(lastError.code)}{' '}
          <span className="faint small">{t('ui:code', { code: lastError.code })}</span>
        </p>
      )}
    </Panel>
  )
}

/** `还有 1,204 件，约 3 分钟`; without the time while nothing moves, which the last error explains. */
const restText = ({ waiting, left, etaSeconds }: SyncReport['status'], t: TFunction<'sync'>): string | null => {
  const rest = Math.max(waiting, left)
  if (rest === 0) return null
  const n = rest.toLocaleString('en-US')
  if (etaSeconds === null) return t('facts.rest', { n })
  const eta = etaSeconds < 60 ? t('facts.underMinute') : t('facts.minutes', { n: Math.ceil(etaSeconds / 60) })
  return t('facts.restEta', { n, eta })
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">{value}</dd>
    </div>
  )
}
