import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { AfterAMoment, Progress } from '../ui/progress.tsx'
import { askWho, useConsole, whoKey } from './console-client.ts'
import { ConsoleFrame } from './console-frame.tsx'
import { failureText } from './failure-text.ts'
import { SignInPage } from './sign-in-page.tsx'

/** Who is signed in decides what is there. */
export function ConsoleApp() {
  const { t } = useTranslation('console')
  const client = useConsole()
  const who = useQuery({ queryKey: whoKey, queryFn: () => askWho(client), refetchInterval: whoAgainMs })
  if (who.data === null) return <SignInPage />
  if (who.data !== undefined) return <ConsoleFrame who={who.data} />
  return (
    <main className="csl-alone">
      {who.error === null ? (
        <AfterAMoment>
          <Progress label={t('loading')} />
        </AfterAMoment>
      ) : (
        <Banner
          tone="problem"
          title={t('unreachable')}
          actions={<Button onPress={() => void who.refetch()}>{t('again')}</Button>}
        >
          {failureText(who.error)}
        </Banner>
      )}
    </main>
  )
}

/** An account that was closed is gone from the screen within a minute. */
const whoAgainMs = 60_000
