import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as uuidv7 } from 'uuid'
import type { Desk, User } from '../../../contract/queries/desk.ts'
import type { ServiceItem } from '../../../domain/service/service-item.ts'
import { isPlainDate, type PlainDate } from '../../../domain/plain-date.ts'
import { useHost } from '../../ipc/clients.ts'
import { AfterAMoment, Progress } from '../../ui/progress.tsx'
import { DraftNotOpened } from './draft-not-opened.tsx'
import { IntakeScreen, type IntakeScreenProps } from './intake-screen.tsx'
import { keepLockedDraft, takeLockedDraft } from './locked-draft.ts'
import { freshSession, nextSession } from '../../intake/model/session.ts'
import { useDraft } from '../../intake/use-draft.ts'
import './intake.css'

export interface IntakePageProps {
  /** A draft to go on with; null = a new intake. */
  readonly draftId: string | null
  /** Item that a new intake is of; null = it is picked there. */
  readonly itemId: string | null
}

/** Opens a new intake, a draft, or what was on the screen when the desk was locked. */
export function IntakePage({ draftId, itemId }: IntakePageProps) {
  const host = useHost()
  const desk = useQuery({ queryKey: ['desk'], queryFn: () => host.desk.get() }).data
  const user = desk?.user ?? null
  if (desk === undefined || user === null || !isPlainDate(desk.today)) return <Opening />
  return <Intake draftId={draftId} itemId={itemId} user={user} today={desk.today} />
}

interface IntakeProps extends IntakePageProps {
  readonly user: User
  readonly today: PlainDate
}

function Intake({ draftId, itemId, user, today }: IntakeProps) {
  const queries = useQueryClient()
  const [locked] = useState(() => (draftId === null ? takeLockedDraft(user.id) : null))
  const onScreen = useRef<string | null>(null)
  const onCase = useCallback((caseId: string | null) => {
    onScreen.current = caseId
  }, [])
  useEffect(
    () => () => {
      const caseId = onScreen.current
      const isLocked = queries.getQueryData<Desk>(['desk'])?.locked === true
      if (isLocked && caseId !== null) keepLockedDraft({ userId: user.id, caseId })
    },
    [queries, user.id],
  )
  const id = draftId ?? locked
  const screen = { today, user, draftId, onCase }
  if (id !== null) return <OpenDraft {...screen} id={id} isOptional={locked !== null} />
  return itemId === null ? <NewIntake {...screen} /> : <IntakeOfItem {...screen} itemId={itemId} />
}

type ScreenProps = Omit<IntakeScreenProps, 'initial'>

function NewIntake(props: ScreenProps) {
  const [initial] = useState(() => freshSession(uuidv7(), props.today))
  return <IntakeScreen {...props} initial={initial} />
}

/** The item is gone since: it is picked anew. */
function IntakeOfItem({ itemId, ...props }: ScreenProps & { readonly itemId: string }) {
  const host = useHost()
  const item = useQuery({ queryKey: ['reference', 'item', itemId], queryFn: () => host.items.get({ id: itemId }) })
  if (item.isPending) return <Opening />
  return item.data === null || item.data === undefined ? (
    <NewIntake {...props} />
  ) : (
    <NewOfItem {...props} item={item.data} />
  )
}

function NewOfItem({ item, ...props }: ScreenProps & { readonly item: ServiceItem }) {
  const [initial] = useState(() => {
    const caseId = uuidv7()
    return nextSession(freshSession(caseId, props.today), { type: 'itemChosen', caseId, item })
  })
  return <IntakeScreen {...props} initial={initial} startAt="applicant.kind" />
}

/** `isOptional`: a draft that is not there is no problem, since nothing had been typed when the desk was locked. */
function OpenDraft({ id, isOptional, ...props }: ScreenProps & { readonly id: string; readonly isOptional: boolean }) {
  const draft = useDraft(id, props.today)
  switch (draft.state) {
    case 'loading':
      return <Opening />
    case 'ready':
      return <IntakeScreen {...props} initial={draft.session} />
    case 'gone':
      return isOptional ? <NewIntake {...props} /> : <DraftNotOpened id={id} problem={draft} />
    case 'unusable':
    case 'broken':
      return <DraftNotOpened id={id} problem={draft} />
  }
}

function Opening() {
  const { t } = useTranslation('intake')
  return (
    <div className="intake-opening">
      <AfterAMoment>
        <Progress label={t('drafts.loading')} />
      </AfterAMoment>
    </div>
  )
}
