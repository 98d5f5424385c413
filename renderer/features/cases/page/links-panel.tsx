import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../../../contract/queries/cases.ts'
import { valueText } from '../../../i18n/act-form-text.ts'
import { useNavigation } from '../../../navigation/navigation-context.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Panel } from '../../../ui/panel.tsx'

/** Other cases that this one names, each a way to its page. Nothing while there are none. */
export function LinksPanel({ links }: { readonly links: CaseDetail['links'] }) {
  const { t } = useTranslation(['cases', 'terms'])
  const { go } = useNavigation()
  if (links.length === 0) return null
  return (
    <Panel title={t('links.title')} padded={false}>
      <ul className="case-lines">
        {links.map(({ kind, id, found }) => (
          <li key={`${kind} ${id}`}>
            <span className="grow">
              {found === null ? (
                <span className="muted">{t('links.notHere')}</span>
              ) : (
                <button type="button" className="link" onClick={() => go({ page: 'case', id })}>
                  {found.title}
                </button>
              )}
              <small>
                {valueText('case.link.link.kind', kind)}
                {found === null ? '' : ` · ${found.caseNo}`}
              </small>
            </span>
            {found === null ? null : <Badge>{t(`terms:status.${found.status}`)}</Badge>}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
