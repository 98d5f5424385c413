import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Administrator } from '../../contract/console.ts'
import { Button } from '../ui/button.tsx'
import { ProductMark } from '../ui/product-mark.tsx'
import { ActsPage } from './acts-page.tsx'
import { CalendarsPage } from './calendars-page.tsx'
import { forgetEverybody, useConsole } from './console-client.ts'
import { DevicesPage } from './devices-page.tsx'
import { HistoryPage } from './history-page.tsx'
import { ItemsPage } from './items-page.tsx'
import { OverviewPage } from './overview-page.tsx'
import { StaffPage } from './staff-page.tsx'
import { type Place, places, usePlace } from './use-place.ts'
import { WaitingPage } from './waiting-page.tsx'
import { WindowsPage } from './windows-page.tsx'

const pages = {
  overview: OverviewPage,
  devices: DevicesPage,
  windows: WindowsPage,
  staff: StaffPage,
  items: ItemsPage,
  calendars: CalendarsPage,
  waiting: WaitingPage,
  history: HistoryPage,
  acts: ActsPage,
} as const satisfies Record<Place, unknown>

/** The pages there are, and for which center. */
export function ConsoleFrame({ who }: { readonly who: Administrator }) {
  const { t } = useTranslation('console')
  const client = useConsole()
  const queries = useQueryClient()
  const at = usePlace()
  const Page = pages[at]
  const leave = useMutation({
    mutationFn: () => client.session.signOut(),
    // Gone from this screen whether the server heard of it or not.
    onSettled: () => forgetEverybody(queries),
  })
  return (
    <div className="csl">
      <header className="csl-top">
        <ProductMark />
        <b>{who.center.name}</b>
        <span className="muted">{t('title')}</span>
        <span className="grow" />
        <span>{t('who', { name: who.name, login: who.login })}</span>
        <Button onPress={() => leave.mutate()} busy={leave.isPending}>
          {t('signOut')}
        </Button>
      </header>
      <nav className="csl-nav" aria-label={t('nav')}>
        {places.map((place) => (
          <a key={place} href={`#${place}`} aria-current={place === at ? 'page' : undefined}>
            {t(`places.${place}`)}
          </a>
        ))}
      </nav>
      <main className="csl-page" key={at}>
        <Page />
      </main>
    </div>
  )
}
