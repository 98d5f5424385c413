import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConflictRow } from '../../../contract/queries/conflicts.ts'
import { shortStamp } from '../../i18n/dates.ts'
import { errorText } from '../../i18n/error-text.ts'
import { operationText } from '../../i18n/operation-text.ts'
import { verdictReasonText, verdictText } from '../../i18n/sync-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useNavigation } from '../../navigation/navigation-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Note, Panel } from '../../ui/panel.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'

/** Acts that did not take effect, each with its reason, the way to its case, and what to do about it. */
export function ConflictPanel() {
  const { t } = useTranslation('sync')
  const host = useHost()
  const rows = useQuery({ queryKey: ['sync', 'conflicts'], queryFn: () => host.sync.conflicts() })
  const [chosen, setChosen] = useState<ConflictRow | null>(null)
  if (rows.error !== null) {
    return (
      <Banner tone="problem" title={t('attention.loadFailed')} code={errorText(rows.error).code}>
        {errorText(rows.error).text}
      </Banner>
    )
  }
  const list = rows.data ?? []
  if (list.length === 0) {
    return (
      <Panel title={t('attention.title')} note={t('attention.empty')}>
        <p className="muted">{t('attention.emptyText')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t('attention.title')} note={t('attention.note', { n: list.length })} padded={false}>
      <ConflictTable rows={list} onChoose={setChosen} />
      <Note>{t('attention.keep')}</Note>
      {chosen === null ? null : <ConflictDialog row={chosen} onClose={() => setChosen(null)} />}
    </Panel>
  )
}

interface ConflictTableProps {
  readonly rows: readonly ConflictRow[]
  readonly onChoose: (row: ConflictRow) => void
}

function ConflictTable({ rows, onChoose }: ConflictTableProps) {
  const { t } = useTranslation('sync')
  return (
    <table className="table" aria-label={t('attention.title')}>
      <thead>
        <tr>
          <th>{t('attention.at')}</th>
          <th>{t('attention.kind')}</th>
          <th>{t('attention.caseNo')}</th>
          <th>{t('attention.verdict')}</th>
          <th>{t('attention.reason')}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.op}>
            <td className="num">{shortStamp(row.at)}</td>
            <td>
              {operationText(row.kind)}
              {row.dependents === 0 ? null : (
                <small className="muted"> {t('attention.withDependents', { n: row.dependents })}</small>
              )}
            </td>
            <td>{row.caseNo === null ? null : <CaseLink caseNo={row.caseNo} />}</td>
            <td className="nowrap">
              <Mark name="diamond" /> {row.state === 'referred' ? t('attention.referred') : verdictText(row.verdict)}
            </td>
            <td>{row.reason === null ? '' : verdictReasonText(row.reason)}</td>
            <td className="r">
              <Button size="sm" onPress={() => onChoose(row)} label={row.caseNo ?? operationText(row.kind)}>
                {t('attention.settle')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CaseLink({ caseNo }: { readonly caseNo: string }) {
  const host = useHost()
  const { go } = useNavigation()
  const find = async () => {
    const id = await host.cases.findByNo({ caseNo })
    if (id !== null) go({ page: 'case', id })
  }
  // A case that cannot be found any more leaves one where one is; the row itself says why.
  return (
    <button type="button" className="link num" onClick={() => void find().catch(() => undefined)}>
      {caseNo}
    </button>
  )
}
