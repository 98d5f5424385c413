import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { asDate, shortDateWithWeekday } from '../../i18n/dates.ts'
import { useHost } from '../../ipc/clients.ts'
import { useNavigation } from '../../navigation/navigation-context.ts'
import { Panel } from '../../ui/panel.tsx'

/** Cards and orders of supervision that are not answered yet; nothing at all when there are none. */
export function OrdersPanel() {
  const { t } = useTranslation('today')
  const host = useHost()
  const { go } = useNavigation()
  const orders = useQuery({
    queryKey: ['records', 'today-orders'],
    queryFn: () =>
      host.records.list({
        kind: 'task',
        text: '',
        statuses: [],
        openOnly: true,
        order: 'due',
        cursor: null,
        limit: shown,
      }),
  })
  const rows = orders.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Panel title={t('orders.title')} padded={false}>
      <ul className="orders">
        {rows.map(({ id, title, due, caseId }) => {
          const date = asDate(due)
          return (
            <li key={id}>
              <span className="num">{date === null ? '' : shortDateWithWeekday(date)}</span>
              {caseId === null ? (
                <span>{title}</span>
              ) : (
                <button type="button" className="link" onClick={() => go({ page: 'case', id: caseId })}>
                  {title}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

const shown = 5
