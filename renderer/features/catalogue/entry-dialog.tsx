import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueBoard } from '../../../contract/queries/catalogue.ts'
import { recordWords } from '../../../contract/words/record-words.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import type { PublicationAct } from '../../../domain/record/publication/publication-act.ts'
import { releaseBy } from '../../../domain/record/publication/duties.ts'
import type { Publication } from '../../../domain/record/publication/publication-record.ts'
import { dateWithWeekday } from '../../i18n/dates.ts'
import { errorText } from '../../i18n/error-text.ts'
import { fieldProblemText, refusalText } from '../../i18n/refusal-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { workCalendar } from '../../work-calendar.ts'
import { EntryFieldInput } from './entry-field.tsx'
import { fieldName } from './entry-words.ts'
import { IndexNoPart, useIndexNo } from './index-no-part.tsx'
import { actOfForm, problemsIn } from './model/act-of-form.ts'
import { type EntryActKind, type EntryDraft, entryFields } from './model/entry-fields.ts'

export interface EntryForm {
  /** Names the form, so that what was typed into it is found again. */
  readonly key: string
  readonly kind: EntryActKind
  readonly recordId: string
  /** Null = a new entry. */
  readonly entry: Publication | null
  readonly draft: EntryDraft
}

export interface EntryDialogProps {
  readonly form: EntryForm
  readonly today: PlainDate
  readonly lists: CatalogueBoard['lists']
  readonly draft: EntryDraft
  readonly onDraft: (draft: EntryDraft) => void
  readonly onClose: () => void
  readonly onDone: (recordId: string) => void
}

/** The form of any act on an entry. What was typed stays until the act is done. */
export function EntryDialog(props: EntryDialogProps) {
  const { form, onClose } = props
  const title = [recordWords.act[form.kind], form.entry?.content.title ?? ''].filter((part) => part !== '').join(' · ')
  return (
    <Dialog open wide onClose={onClose} title={title}>
      <Form {...props} />
    </Dialog>
  )
}

function Form({ form, today, lists, draft, onDraft, onClose, onDone }: EntryDialogProps) {
  const { t } = useTranslation('catalogue')
  const host = useHost()
  const { kind, entry, recordId } = form
  const [tried, setTried] = useState(false)
  const limit = entry === null ? null : releaseBy(entry, workCalendar())
  const fields = entryFields(kind, draft, {
    draft: entry?.status === 'draft',
    late: limit !== null && (draft['publishedOn'] ?? '') > limit,
    lists: lists.map(({ listNo }) => listNo),
    owedLists: entry?.deposits.flatMap(({ listNo, receipt }) => (receipt === null ? [listNo] : [])) ?? [],
  })
  const number = useIndexNo(kind, entry, draft)
  const problems = problemsIn(fields, draft)
  const perform = useMutation({
    mutationFn: (act: PublicationAct) => host.records.perform({ recordId, base: entry?.version ?? 0, act }),
    onSuccess: (result) => (result.ok ? onDone(recordId) : undefined),
  })
  const refused = perform.data?.ok === false ? perform.data.error : null
  const failure =
    perform.error === null
      ? refused === null
        ? null
        : { text: refusalText(refused), code: refused.code }
      : errorText(perform.error)
  const refusedField = (name: string): string | null => {
    const found = refused?.fields.find(({ field }) => field.split('.').at(-1) === name)
    return found === undefined ? null : fieldProblemText(found.code)
  }
  const confirm = () => {
    setTried(true)
    const act = problems.length > 0 ? null : actOfForm(kind, draft, { entry, today, number: number.given, lists })
    if (act !== null && !perform.isPending) perform.mutate(act)
  }
  const label = recordWords.act[kind]
  useKeys([{ keys: 'F9', label, run: confirm }])
  const set = (name: string, value: string) => {
    onDraft({ ...draft, [name]: value })
    perform.reset()
  }
  const missing = tried ? problems.filter(({ code }) => code === 'required').map(({ field }) => fieldName(field)) : []
  return (
    <>
      {failure === null ? null : (
        <Banner tone="problem" title={t('form.failed')} code={failure.code}>
          {failure.text}
        </Banner>
      )}
      {missing.length === 0 ? null : <p role="alert">{t('form.missing', { what: missing.join(t('join')) })}</p>}
      {kind === 'publication.submit' ? <p>{t('form.submitText')}</p> : null}
      {limit !== null && kind === 'publication.release' ? (
        <p className="muted">{t('form.releaseBy', { date: dateWithWeekday(limit) })}</p>
      ) : null}
      <div className="bd-form">
        {fields.map((field, at) => {
          const problem = problems.find((each) => each.field === field.name)
          const shown =
            problem === undefined || (!tried && problem.code === 'required')
              ? refusedField(field.name)
              : fieldProblemText(problem.code)
          return (
            <EntryFieldInput
              key={field.name}
              field={field}
              value={draft[field.name] ?? ''}
              problem={shown}
              autoFocus={at === 0}
              onChange={(value) => set(field.name, value)}
            />
          )
        })}
        {kind === 'publication.draft' || kind === 'publication.edit' ? (
          <IndexNoPart number={number} entry={entry} draft={draft} onChange={set} problem={refusedField('indexNo')} />
        ) : null}
      </div>
      <div className="dialog-foot">
        <Button onPress={onClose} keys="Esc">
          {t('form.cancel')}
        </Button>
        <Button variant="primary" keys="F9" busy={perform.isPending} onPress={confirm} autoFocus={fields.length === 0}>
          {label}
        </Button>
      </div>
    </>
  )
}
