import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Contact } from '../../../contract/queries/sync-status.ts'
import { clockTime, timeOrStamp } from '../../i18n/dates.ts'
import { errorText } from '../../i18n/error-text.ts'
import { syncProblemText } from '../../i18n/sync-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { Banner } from '../../ui/banner.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Panel } from '../../ui/panel.tsx'
import { AfterAMoment, Progress } from '../../ui/progress.tsx'
import '../../ui/ledger-table.css'

/** How the last contacts with the center went (SYN-117), newest first: what somebody asks when something did not arrive. */
export function ContactsPanel({ today }: { readonly today: string }) {
  const { t } = useTranslation(['sync', 'ui'])
  const host = useHost()
  const { data, error } = useQuery({ queryKey: ['sync', 'contacts'], queryFn: () => host.sync.contacts() })
  if (error !== null)
    return (
      <Panel title={t('contacts.title')}>
        <Banner tone="problem" title={t('contacts.failed')} code={errorText(error).code}>
          {errorText(error).text}
        </Banner>
      </Panel>
    )
  if (data === undefined)
    return (
      <AfterAMoment>
        <Progress label={t('contacts.loading')} />
      </AfterAMoment>
    )
  if (data.length === 0)
    return (
      <Panel title={t('contacts.title')}>
        <p className="muted">{t('contacts.none')}</p>
      </Panel>
    )
  return (
    <Panel title={t('contacts.title')} note={t('contacts.note', { n: data.length })} padded={false}>
      {/* A long list scrolls by itself, and is reached by the keyboard. */}
      <div className="sync-contacts" tabIndex={0} role="group" aria-label={t('contacts.title')}>
        <table className="table" aria-label={t('contacts.title')}>
          <thead>
            <tr>
              <th>{t('contacts.when')}</th>
              <th className="r">{t('contacts.times')}</th>
              <th className="r">{t('contacts.sent')}</th>
              <th className="r">{t('contacts.got')}</th>
              <th>{t('contacts.how')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((contact) => (
              <Line key={contact.beganAt} contact={contact} today={today} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function Line({ contact, today }: { readonly contact: Contact; readonly today: string }) {
  const { t } = useTranslation(['sync', 'ui'])
  const { beganAt, endedAt, times, sent, got, code } = contact
  const from = timeOrStamp(beganAt, today)
  const to = clockTime(endedAt)
  return (
    <tr>
      <td className="num">{from.endsWith(to) ? from : t('contacts.between', { from, to })}</td>
      <td className="r">{times.toLocaleString('en-US')}</td>
      <td className="r">{sent === 0 ? '' : sent.toLocaleString('en-US')}</td>
      <td className="r">{got === 0 ? '' : got.toLocaleString('en-US')}</td>
      <td>
        <Mark name={code === null ? 'done' : 'dash'} />{' '}
        {code === null ? t(sent + got === 0 ? 'contacts.again' : 'contacts.well') : syncProblemText(code)}{' '}
        {code === null ? null : <span className="faint small">{t('ui:code', { code })}</span>}
      </td>
    </tr>
  )
}
