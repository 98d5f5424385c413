import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Desk, User } from '../../../contract/queries/desk.ts'
import { Button } from '../../ui/button.tsx'
import { ProductMark } from '../../ui/product-mark.tsx'
import { Clock } from './clock.tsx'
import { OmniSearch, type ChosenEntry, type OmniSearchHandle } from './omni-search.tsx'
import { SyncButton } from './sync-button.tsx'
import { UserMenu } from './user-menu.tsx'

export interface TopBarProps {
  readonly desk: Desk
  readonly user: User
  readonly omniRef: Ref<OmniSearchHandle>
  readonly onChoose: (entry: ChosenEntry) => void
  readonly onOpenSync: () => void
  readonly onLock: () => void
  readonly onSignOut: () => void
}

export function TopBar({ desk, user, omniRef, onChoose, onOpenSync, onLock, onSignOut }: TopBarProps) {
  const { t } = useTranslation('frame')
  return (
    <header className="topbar">
      <div className="mark">
        <ProductMark />
      </div>
      <div className="place">
        <b>{desk.center?.name}</b>
        <span>{desk.window?.name ?? desk.deviceNo}</span>
      </div>
      <OmniSearch ref={omniRef} onChoose={onChoose} />
      <SyncButton today={desk.today} onOpen={onOpenSync} />
      <Clock />
      <UserMenu user={user} onSignOut={onSignOut} />
      <Button size="sm" icon="lock" keys="Ctrl L" label={t('user.lock')} onPress={onLock} />
    </header>
  )
}
