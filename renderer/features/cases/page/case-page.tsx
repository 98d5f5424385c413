import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { User } from '../../../../contract/queries/desk.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { useHost } from '../../../ipc/clients.ts'
import { useKeys } from '../../../keyboard/keyboard-context.ts'
import { useNavigation } from '../../../navigation/navigation-context.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { AfterAMoment, Progress } from '../../../ui/progress.tsx'
import { CaseBody } from './case-body.tsx'
import '../../../ui/case-lines.css'
import './case-page.css'

export interface CasePageProps {
  readonly id: string
  readonly user: User
}

export function CasePage({ id, user }: CasePageProps) {
  const { t } = useTranslation(['cases', 'frame'])
  const host = useHost()
  const { go, home } = useNavigation()
  const query = useQuery({ queryKey: ['cases', 'one', id], queryFn: () => host.cases.get({ id }) })
  const toList = () => go({ page: home })
  useKeys([{ keys: 'Esc', label: t(`page.keys.back.${home}`), run: toList }])

  const back = (
    <Button keys="Esc" onPress={toList}>
      {t(`page.keys.back.${home}`)}
    </Button>
  )
  if (query.data === null) {
    return (
      <EmptyState title={t('page.gone')} actions={back}>
        {t('page.goneText')}
      </EmptyState>
    )
  }
  if (query.data !== undefined) return <CaseBody detail={query.data} user={user} />
  return (
    <div className="lib-message">
      {query.error === null ? (
        <AfterAMoment>
          <Progress label={t('page.loading')} />
        </AfterAMoment>
      ) : (
        <Banner
          tone="problem"
          title={t('page.failed')}
          code={errorText(query.error).code}
          actions={
            <>
              <Button onPress={() => void query.refetch()}>{t('frame:retry')}</Button>
              {back}
            </>
          }
        >
          {errorText(query.error).text}
        </Banner>
      )}
    </div>
  )
}
