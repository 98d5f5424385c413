import { useTranslation } from 'react-i18next'
import { errorText } from '../../i18n/error-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useNavigation } from '../../navigation/navigation-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast-store.ts'
import type { OpenedDraft } from '../../intake/use-draft.ts'

export interface DraftNotOpenedProps {
  readonly id: string
  readonly problem: Extract<OpenedDraft, { state: 'gone' | 'unusable' | 'broken' }>
}

/** Why a draft cannot be gone on with, and what can be done instead. */
export function DraftNotOpened({ id, problem }: DraftNotOpenedProps) {
  const { t } = useTranslation('intake')
  const host = useHost()
  const toast = useToast()
  const { go } = useNavigation()
  const toNew = () => go({ page: 'intake', draftId: null })
  const discard = () => {
    host.drafts.discard({ id }).then(toNew, (error: unknown) => toast({ kind: 'problem', ...errorText(error) }))
  }
  const { title, code, text } = wordsOf(t, problem)
  return (
    <div className="intake-opening">
      <Banner
        tone="problem"
        title={title}
        code={code}
        actions={
          <>
            {problem.state === 'unusable' && problem.code === 'unreadable_draft' ? (
              <Button onPress={discard}>{t('drafts.discardYes')}</Button>
            ) : null}
            <Button variant="primary" keys="F2" autoFocus onPress={toNew}>
              {t('drafts.toNew')}
            </Button>
          </>
        }
      >
        {text}
      </Banner>
    </div>
  )
}

type Translate = ReturnType<typeof useTranslation<'intake'>>['t']

const wordsOf = (t: Translate, problem: DraftNotOpenedProps['problem']) => {
  switch (problem.state) {
    case 'gone':
      return { title: t('drafts.gone'), code: null, text: null }
    case 'unusable':
      return {
        title: t(problem.code === 'newer_draft' ? 'drafts.newer' : 'drafts.unreadable'),
        code: problem.code,
        text: null,
      }
    case 'broken':
      return { title: t('drafts.loadFailed'), ...errorText(problem.error) }
  }
}
