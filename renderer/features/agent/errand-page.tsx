import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as uuidv7 } from 'uuid'
import type { Desk, User } from '../../../contract/queries/desk.ts'
import { isPlainDate } from '../../../domain/plain-date.ts'
import { errorText } from '../../i18n/error-text.ts'
import { newAgency } from '../../intake/model/agency-fields.ts'
import { sessionOf } from '../../intake/model/session.ts'
import { useDraft } from '../../intake/use-draft.ts'
import { useHost } from '../../ipc/clients.ts'
import { useNavigation } from '../../navigation/navigation-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { AfterAMoment, Progress } from '../../ui/progress.tsx'
import { authorityOf } from './authority.ts'
import { ErrandScreen, type ErrandScreenProps } from './errand-screen.tsx'
import { newErrand } from './model/new-errand.ts'
import './agent.css'

export interface ErrandPageProps {
  /** An errand to go on with; null = a new one. */
  readonly draftId: string | null
  readonly desk: Desk
  readonly user: User
}

/** A new errand, or one that was put aside, at the step it stood at (AGY-20). */
export function ErrandPage({ draftId, desk, user }: ErrandPageProps) {
  const host = useHost()
  // His own particulars leave memory with the page: the next person at the point is somebody else.
  const own = useQuery({
    queryKey: ['agency', 'own'],
    queryFn: () => host.agency.own(),
    gcTime: 0,
    staleTime: Infinity,
  })
  if (!isPlainDate(desk.today)) return <Opening />
  if (own.isPending) return <Opening />
  // Without them he types himself, as the first time.
  const props = { desk, user, today: desk.today, own: own.data ?? null }
  return draftId === null ? <NewErrand {...props} /> : <KeptErrand {...props} id={draftId} />
}

type Known = Omit<ErrandScreenProps, 'initial'>

function NewErrand(props: Known) {
  const [initial] = useState(() => {
    const { desk, user, today, own } = props
    const villages = desk.window?.villages ?? []
    const form = newErrand({
      caseId: uuidv7(),
      mandateId: uuidv7(),
      today,
      name: user.name,
      own,
      village: villages.length === 1 ? (villages[0] ?? null) : null,
      authority: authorityOf(newAgency('').deeds),
    })
    return sessionOf(form, today)
  })
  return <ErrandScreen {...props} initial={initial} />
}

function KeptErrand({ id, ...props }: Known & { readonly id: string }) {
  const { t } = useTranslation('agent')
  const { go } = useNavigation()
  const draft = useDraft(id, props.today)
  if (draft.state === 'loading') return <Opening />
  if (draft.state === 'ready' && draft.session.form.agency !== null)
    return <ErrandScreen {...props} initial={draft.session} />
  const code = draft.state === 'broken' ? errorText(draft.error).code : draft.state === 'unusable' ? draft.code : null
  return (
    <div className="errand-opening">
      <Banner
        tone="problem"
        title={t('notOpened.title')}
        code={code}
        actions={<Button onPress={() => go({ page: 'today' })}>{t('notOpened.home')}</Button>}
      >
        {t(draft.state === 'gone' ? 'notOpened.gone' : 'notOpened.broken')}
      </Banner>
    </div>
  )
}

function Opening() {
  const { t } = useTranslation('agent')
  return (
    <div className="errand-opening">
      <AfterAMoment>
        <Progress label={t('opening')} />
      </AfterAMoment>
    </div>
  )
}
