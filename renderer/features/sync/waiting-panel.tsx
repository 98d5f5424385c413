import { useTranslation } from 'react-i18next'
import type { SyncReport } from '../../../contract/queries/sync-status.ts'
import { shortStamp } from '../../i18n/dates.ts'
import { operationText } from '../../i18n/operation-text.ts'
import { Panel } from '../../ui/panel.tsx'
import '../../ui/ledger-table.css'
import { waitingGroups } from './waiting-groups.ts'

export interface WaitingPanelProps {
  readonly waiting: SyncReport['waiting']
  readonly status: Pick<SyncReport['status'], 'state' | 'lastContactAt'>
}

/** Acts done here that the server has not confirmed yet, by kind. */
export function WaitingPanel({ waiting, status }: WaitingPanelProps) {
  const { t } = useTranslation('sync')
  const groups = waitingGroups(waiting)
  const casesText = (caseNos: readonly string[]) =>
    caseNos.length <= named
      ? caseNos.join(t('waiting.join'))
      : t('waiting.more', { cases: caseNos.slice(0, named).join(t('waiting.join')), n: caseNos.length })
  if (groups.length === 0) {
    return (
      <Panel title={t('waiting.title')} note={t('waiting.empty')}>
        <p className="muted">{t(status.lastContactAt === null ? 'waiting.emptyNever' : 'waiting.emptyText')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t('waiting.title')} note={t('waiting.note', { n: waiting.length })} padded={false}>
      <p className="sync-why muted">{t(`waiting.why.${reasons[status.state] ?? 'other'}`)}</p>
      <table className="table" aria-label={t('waiting.title')}>
        <thead>
          <tr>
            <th>{t('waiting.kind')}</th>
            <th className="r">{t('waiting.count')}</th>
            <th className="r">{t('waiting.unsure')}</th>
            <th>{t('waiting.oldest')}</th>
            <th>{t('waiting.cases')}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.kind}>
              <td>{operationText(group.kind)}</td>
              <td className="r">{group.count}</td>
              <td className="r">{group.unsure === 0 ? '' : group.unsure}</td>
              <td className="num">{shortStamp(group.oldest)}</td>
              <td>{casesText(group.caseNos)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

/** Why it waits. */
const reasons: Partial<Record<SyncReport['status']['state'], 'offline' | 'refused' | 'sending'>> = {
  offline: 'offline',
  refused: 'refused',
  revoked: 'refused',
  sending: 'sending',
  recollecting: 'sending',
}

/** Case numbers written out in a row. */
const named = 3
