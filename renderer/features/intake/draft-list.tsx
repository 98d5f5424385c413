import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftSummary } from '../../../contract/queries/drafts.ts'
import { timeOrStamp } from '../../i18n/dates.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useNavigation } from '../../navigation/navigation-context.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useToast } from '../../ui/toast-store.ts'
import { useIntake } from '../../intake/intake-context.ts'
import '../../ui/popover.css'

/** Forms left half-filled, newest first: Enter goes on with one, Delete throws it away after a question. */
export function DraftList() {
  const { t } = useTranslation(['intake', 'terms', 'ui'])
  const { session } = useIntake()
  const host = useHost()
  const queries = useQueryClient()
  const toast = useToast()
  const { go } = useNavigation()
  const list = useRef<HTMLUListElement>(null)
  const [asking, setAsking] = useState<DraftSummary | null>(null)
  const drafts = useQuery({
    queryKey: ['drafts', 'list'],
    queryFn: ({ signal }) => host.drafts.list(undefined, { signal }),
  })
  const shown = drafts.data ?? []
  if (shown.length === 0) return null

  const discard = (draft: DraftSummary) => {
    setAsking(null)
    host.drafts
      .discard({ id: draft.id })
      .then(() => queries.invalidateQueries({ queryKey: ['drafts'] }))
      .catch((error: unknown) => toast({ kind: 'problem', ...errorText(error) }))
  }
  const onKeyDown = (event: KeyboardEvent, draft: DraftSummary) => {
    if (event.key === 'Delete') return setAsking(draft)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('.intake-draft') ?? [])]
    buttons[shown.indexOf(draft) + step]?.focus()
  }
  return (
    <Panel title={t('drafts.title')} padded={false} className="intake-drafts">
      <ul ref={list}>
        {shown.map((draft) => (
          <li key={draft.id}>
            <button
              type="button"
              className="opt intake-draft"
              onClick={() => go({ page: 'intake', draftId: draft.id })}
              onKeyDown={(event) => onKeyDown(event, draft)}
            >
              <Badge>{t(`terms:caseKind.${draft.kind}`)}</Badge>
              <span className="grow ell">{draft.title}</span>
              <span className="small muted num">
                {t('drafts.savedAt', { at: timeOrStamp(draft.savedAt, session.today) })}
              </span>
              <span className="small intake-resume">{t('drafts.resume')}</span>
            </button>
            <Button size="sm" variant="quiet" keys="Del" onPress={() => setAsking(draft)}>
              {t('drafts.discard')}
            </Button>
          </li>
        ))}
      </ul>
      <Dialog
        role="alertdialog"
        title={t('drafts.discardTitle')}
        open={asking !== null}
        onClose={() => setAsking(null)}
        footer={
          <>
            <Button onPress={() => setAsking(null)} autoFocus>
              {t('ui:cancel')}
            </Button>
            <Button variant="primary" onPress={() => (asking === null ? undefined : discard(asking))}>
              {t('drafts.discardYes')}
            </Button>
          </>
        }
      >
        <p>{t('drafts.discardText', { title: asking?.title ?? '' })}</p>
      </Dialog>
    </Panel>
  )
}
