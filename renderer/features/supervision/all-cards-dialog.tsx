import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { v7 as uuidv7 } from 'uuid'
import type { Board, WatchedSignal } from '../../../contract/queries/supervision.ts'
import { cardWords, taskWords } from '../../../contract/words/supervision-words.ts'
import { errorText } from '../../i18n/error-text.ts'
import { refusalText } from '../../i18n/refusal-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useToast } from '../../ui/toast-store.ts'

/** What the host does as one. */
const mostAtOnce = 100

export interface AllCardsDialogProps {
  /** All of them can be given a card. */
  readonly signals: readonly WatchedSignal[]
  readonly limits: Board['limits']
  readonly onClose: () => void
  readonly onDone: () => void
}

/** A card for every signal in the list that has none, all or none of them. A card is never deleted, so it is asked for first. */
export function AllCardsDialog(props: AllCardsDialogProps) {
  const { t } = useTranslation('supervision')
  return (
    <Dialog wide open role="alertdialog" onClose={props.onClose} title={t('all.title', { n: props.signals.length })}>
      <Form {...props} />
    </Dialog>
  )
}

const cardOf = ({ level }: WatchedSignal) => (level === 'red' ? 'red_card' : 'yellow_card')

function Form({ signals, limits, onClose, onDone }: AllCardsDialogProps) {
  const { t } = useTranslation('supervision')
  const host = useHost()
  const toast = useToast()
  const batch = signals.slice(0, mostAtOnce)
  const issue = useMutation({
    mutationFn: () =>
      host.cases.performTogether(
        batch.map((signal) => ({
          recordId: uuidv7(),
          base: 0,
          act: {
            kind: 'task.order' as const,
            task: cardOf(signal),
            caseId: signal.caseId,
            organ: signal.organ ?? '',
            person: null,
            content: cardWords(signal),
            signals: [signal.id],
            limits: limits[cardOf(signal)],
          },
        })),
      ),
    onSuccess: (result) => {
      if (!result.ok) return
      toast({ kind: 'done', text: t('all.done', { n: batch.length }) })
      onDone()
    },
  })
  const refused = issue.data?.ok === false ? issue.data.error.refusal : null
  const failure =
    issue.error === null
      ? refused === null
        ? null
        : { text: refusalText(refused), code: refused.code }
      : errorText(issue.error)
  const confirm = () => (issue.isPending ? undefined : issue.mutate())
  const label = t('all.confirm', { n: batch.length })
  useKeys([{ keys: 'F9', label, run: confirm }])
  return (
    <>
      {failure === null ? null : (
        <Banner tone="problem" title={t('acts.failed')} code={failure.code}>
          {failure.text}
        </Banner>
      )}
      <p>{t('all.text')}</p>
      <ul className="sv-cards" tabIndex={0} aria-label={t('all.title', { n: batch.length })}>
        {batch.map((signal) => (
          <li key={signal.id} className="num">
            {t('all.line', {
              card: taskWords[cardOf(signal)],
              caseNo: signal.caseNo ?? '',
              title: signal.title,
              organ: signal.organ ?? '',
            })}
          </li>
        ))}
      </ul>
      {signals.length > batch.length ? (
        <p className="muted">{t('all.more', { n: signals.length - batch.length })}</p>
      ) : null}
      <div className="dialog-foot">
        <Button onPress={onClose} keys="Esc" autoFocus>
          {t('acts.cancel')}
        </Button>
        <Button variant="primary" keys="F9" busy={issue.isPending} onPress={confirm}>
          {label}
        </Button>
      </div>
    </>
  )
}
