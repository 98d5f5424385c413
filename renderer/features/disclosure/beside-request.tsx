import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { BesideRequest } from '../../../contract/queries/disclosure.ts'
import { fenToDecimal } from '../../../domain/fees/money.ts'
import { outcomeNames } from '../../../domain/report/data/official-names.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useRun } from '../../ipc/use-run.ts'
import { Button } from '../../ui/button.tsx'
import { AfterAMoment, Progress } from '../../ui/progress.tsx'

/** Earlier requests for much the same with their answers, and the place among the applicant's requests of the month. */
export function BesideRequestPart({ id, onOpen }: { readonly id: string; readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation(['disclosure', 'terms', 'frame'])
  const host = useHost()
  const { start, busy, progress, value, error } = useRun<BesideRequest>()
  const changed = useQuery({ queryKey: ['cases', 'beside'], queryFn: () => Promise.resolve(Date.now()) }).data
  // Whoever runs through the list with the arrow keys asks for none of those he passes.
  useEffect(() => {
    if (changed === undefined) return
    const timer = window.setTimeout(() => start((signal) => host.disclosure.beside({ caseId: id }, { signal })), 250)
    return () => window.clearTimeout(timer)
  }, [host, id, changed, start])
  const month = value?.month ?? null
  return (
    <>
      <section className="bd-part">
        <h3>{t('beside.fee')}</h3>
        {month === null ? (
          <p className="muted">{t(value === null ? 'beside.wait' : 'beside.noMonth')}</p>
        ) : (
          <p>
            {t('beside.month', { month: month.month, n: month.place ?? 1 })}{' '}
            {month.fen === null
              ? t('beside.noTariff')
              : month.fen === 0
                ? t('beside.free')
                : t('beside.price', { fen: fenToDecimal(month.fen) })}
          </p>
        )}
      </section>
      <section className="bd-part">
        <h3>{t('beside.similar')}</h3>
        {error === null || error === undefined ? null : <p role="alert">{errorText(error).text}</p>}
        {value === null && busy ? (
          <AfterAMoment ms={600}>
            <Progress
              label={t('beside.looking')}
              {...(progress === null || progress.total === 0 ? {} : { value: progress.done, max: progress.total })}
            />
          </AfterAMoment>
        ) : null}
        {value !== null && value.similar.length === 0 ? <p className="muted">{t('beside.none')}</p> : null}
        <ul>
          {value?.similar.map((one) => (
            <li key={one.id}>
              <Button size="sm" variant="quiet" onPress={() => onOpen(one.id)}>
                <span className="num">{one.caseNo}</span>
              </Button>{' '}
              <span className="small muted">
                {[
                  t('beside.alike', { n: one.similarity }),
                  one.sameApplicant ? t('beside.sameApplicant') : '',
                  one.receivedOn,
                  one.outcome === null ? t(`terms:status.${one.status}`) : outcomeNames[one.outcome],
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
              <div>{one.subject}</div>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
