import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Asked } from './asked.tsx'
import { useConsole } from './console-client.ts'
import { ItemDialog } from './item-dialog.tsx'

/** One item, asked for as it is now: what is changed is the newest version. */
export function OpenItem({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation('console')
  const client = useConsole()
  const item = useQuery({
    queryKey: ['item', id],
    queryFn: () => client.items.one({ id }),
    gcTime: 0,
    staleTime: Infinity,
  })
  if (item.data !== undefined && item.error === null) return <ItemDialog {...item.data} onClose={onClose} />
  return (
    <Dialog open onClose={onClose} title={t('places.items')} footer={<Button onPress={onClose}>{t('close')}</Button>}>
      <Asked query={item}>{() => null}</Asked>
    </Dialog>
  )
}
