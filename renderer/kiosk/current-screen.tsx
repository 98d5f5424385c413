import type { Terminal } from '../../contract/queries/kiosk.ts'
import { ComplainScreen } from './complain-screen.tsx'
import { EntryScreen } from './entry-screen.tsx'
import { GuideScreen } from './guide-screen.tsx'
import { GuidesScreen } from './guides-screen.tsx'
import { HomeScreen } from './home-screen.tsx'
import { InformationScreen } from './information-screen.tsx'
import { PlaceScreen } from './place-screen.tsx'
import { ProgressScreen } from './progress-screen.tsx'
import { RequestScreen } from './request-screen.tsx'
import type { Screen } from './screens.ts'
import { WindowsScreen } from './windows-screen.tsx'

export interface ScreenProps {
  readonly terminal: Terminal
  readonly screen: Screen
  readonly onGo: (screen: Screen) => void
}

export function CurrentScreen({ terminal, screen, onGo }: ScreenProps) {
  switch (screen.at) {
    case 'home':
      return <HomeScreen onGo={onGo} />
    case 'guides':
    case 'promises':
      return <GuidesScreen of={screen.at} onGo={onGo} />
    case 'guide':
      return <GuideScreen id={screen.id} windows={terminal.windows} />
    case 'progress':
      return <ProgressScreen today={terminal.today} />
    case 'information':
      return <InformationScreen onGo={onGo} />
    case 'place':
      return <PlaceScreen place={screen.place} onGo={onGo} />
    case 'entry':
      return <EntryScreen entry={screen.entry} />
    case 'request':
      return <RequestScreen />
    case 'complain':
      return <ComplainScreen center={terminal.center} />
    case 'windows':
      return <WindowsScreen windows={terminal.windows} center={terminal.center} />
  }
}
