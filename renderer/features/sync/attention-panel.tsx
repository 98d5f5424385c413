import { useTranslation } from 'react-i18next'
import type { SyncReport } from '../../../contract/queries/sync-status.ts'
import { shortStamp } from '../../i18n/dates.ts'
import { operationText } from '../../i18n/operation-text.ts'
import { verdictReasonText, verdictText } from '../../i18n/sync-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useNavigation } from '../../navigation/navigation-context.ts'
import { Mark } from '../../ui/mark.tsx'
import { Note, Panel } from '../../ui/panel.tsx'

/** Acts that the server did not apply, each with its reason and the way to its case. */
export function AttentionPanel({ attention }: { readonly attention: SyncReport['attention'] }) {
  const { t } = useTranslation('sync')
  const host = useHost()
  const { go } = useNavigation()
  const open = async (caseNo: string) => {
    const id = await host.cases.findByNo({ caseNo })
    if (id !== null) go({ page: 'case', id })
  }
  if (attention.length === 0) {
    return (
      <Panel title={t('attention.title')} note={t('attention.empty')}>
        <p className="muted">{t('attention.emptyText')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t('attention.title')} note={t('attention.note', { n: attention.length })} padded={false}>
      <table className="table" aria-label={t('attention.title')}>
        <thead>
          <tr>
            <th>{t('attention.at')}</th>
            <th>{t('attention.kind')}</th>
            <th>{t('attention.caseNo')}</th>
            <th>{t('attention.verdict')}</th>
            <th>{t('attention.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {attention.map((each) => (
            <tr key={each.op}>
              <td className="num">{shortStamp(each.at)}</td>
              <td>{operationText(each.kind)}</td>
              <td>{each.caseNo === null ? null : <CaseLink caseNo={each.caseNo} onOpen={open} />}</td>
              <td className="nowrap">
                <Mark name="diamond" /> {verdictText(each.verdict)}
              </td>
              <td>{each.reason === null ? '' : verdictReasonText(each.reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Note>{t('attention.keep')}</Note>
    </Panel>
  )
}

interface CaseLinkProps {
  readonly caseNo: string
  readonly onOpen: (caseNo: string) => Promise<void>
}

function CaseLink({ caseNo, onOpen }: CaseLinkProps) {
  // A case that cannot be found any more leaves one where one is; the row itself says why.
  const open = () => void onOpen(caseNo).catch(() => undefined)
  return (
    <button type="button" className="link num" onClick={open}>
      {caseNo}
    </button>
  )
}
