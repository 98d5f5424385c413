import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { User } from '../../../contract/queries/desk.ts'
import { Icon } from '../../ui/icon.tsx'
import '../../ui/popover.css'

export function UserMenu({ user, onSignOut }: { readonly user: User; readonly onSignOut: () => void }) {
  const { t } = useTranslation(['frame', 'terms'])
  return (
    <MenuTrigger>
      <Button className="btn sm quiet user">
        <Icon name="user" />
        {user.name}
        <span className="vh">{t(`terms:role.${user.role}`)}</span>
      </Button>
      <Popover className="pop" placement="bottom end" offset={4}>
        <Menu autoFocus="first" className="pop-list" aria-label={t('user.menu')} onAction={onSignOut}>
          <MenuItem className="opt" id="sign-out">
            {t('user.signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
