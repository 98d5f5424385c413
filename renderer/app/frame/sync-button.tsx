import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { timeOrStamp } from '../../i18n/dates.ts'
import { useHost } from '../../ipc/clients.ts'
import { Mark } from '../../ui/mark.tsx'
import { syncBadgeOf, type SyncBadge } from './sync-badge.ts'

/** State of the exchange with the center; a press opens the sync page. Being offline changes nothing but this. */
export function SyncButton({ today, onOpen }: { readonly today: string; readonly onOpen: () => void }) {
  const host = useHost()
  const status = useQuery({ queryKey: ['sync', 'status'], queryFn: () => host.sync.status() })
  const { t } = useTranslation('frame')
  if (status.data === undefined) return null
  const badge = syncBadgeOf(status.data)
  const words = (text: SyncBadge['text']): string => {
    switch (text.key) {
      case 'synced':
        return t('sync.synced', { time: timeOrStamp(text.at, today) })
      case 'sending':
      case 'recollecting':
      case 'waiting':
      case 'offlineWaiting':
      case 'attention':
        return t(`sync.${text.key}`, { n: text.n })
      default:
        return t(`sync.${text.key}`)
    }
  }
  return (
    // Around the button, not in it: what is inside of a button is its name and announces nothing.
    <span role="status">
      <button type="button" className={`sync ${badge.mark === 'done' ? '' : 'wait'}`} onClick={onOpen}>
        <Mark name={badge.mark} />
        {words(badge.text)}
      </button>
    </span>
  )
}
