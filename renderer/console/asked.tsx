import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { AfterAMoment, Progress } from '../ui/progress.tsx'
import { failureText } from './failure-text.ts'

/** What was asked for, or why it is not there. What is older stays in sight while it cannot be asked again. */
export function Asked<T>({
  query,
  children,
}: {
  readonly query: UseQueryResult<T>
  readonly children: (data: T) => ReactNode
}) {
  const { t } = useTranslation('console')
  const failed =
    query.error === null ? null : (
      <Banner
        tone="problem"
        title={t(query.data === undefined ? 'failure.title' : 'failure.old')}
        actions={<Button onPress={() => void query.refetch()}>{t('again')}</Button>}
      >
        {failureText(query.error)}
      </Banner>
    )
  if (query.data === undefined)
    return (
      failed ?? (
        <AfterAMoment>
          <Progress label={t('loading')} />
        </AfterAMoment>
      )
    )
  return (
    <>
      {failed}
      {children(query.data)}
    </>
  )
}
