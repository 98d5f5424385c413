import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isUnanswered } from './heals.ts'

/** In place of what a question would have brought: nothing while it is asked, plain words once it failed (KSK-8). */
export function Unanswered({ query }: { readonly query: Pick<UseQueryResult, 'data' | 'errorUpdateCount'> }) {
  const { t } = useTranslation('kiosk')
  return isUnanswered(query) ? (
    <p className="ksk-tip" role="alert">
      {t('unanswered.text')}
    </p>
  ) : null
}
