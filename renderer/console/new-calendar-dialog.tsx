import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type NoticeProblem, readNotice } from '../../contract/read-notice.ts'
import { noticeProblemWords } from '../../contract/words/calendar-words.ts'
import type { HolidayNotice } from '../../domain/calendar/calendar-version.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import type { Result } from '../../domain/result.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast-store.ts'
import { CalendarChanges } from './calendar-changes.tsx'
import { useConsole } from './console-client.ts'
import { failureText } from './failure-text.ts'
import { useMovedCases } from './use-moved-cases.ts'

/** Larger than any arrangement: a file of the wrong kind is not even read. */
const mostBytes = 1_000_000

/** A published arrangement: read, checked, shown with every day and case that it changes, and only then taken into use. */
export function NewCalendarDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('console')
  const [text, setText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const [today] = useState(() => plainDateInShanghai(Date.now()))
  const [tooLarge, setTooLarge] = useState(false)
  const read = text.trim() === '' ? null : readNotice(text, today)
  if (read?.ok === true) return <CheckedNotice notice={read.value} onBack={() => setText('')} onClose={onClose} />
  const take = async (file: File | undefined) => {
    setTooLarge(file !== undefined && file.size > mostBytes)
    if (file !== undefined && file.size <= mostBytes) setText(await file.text())
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('calendar.add')}
      wide
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" onPress={() => input.current?.click()}>
            {t('calendar.choose')}
          </Button>
        </>
      }
    >
      <p>{t('calendar.addHint')}</p>
      <input
        ref={input}
        type="file"
        className="vh"
        tabIndex={-1}
        accept=".json,application/json"
        aria-label={t('calendar.choose')}
        onChange={({ target }) => {
          void take(target.files?.[0])
          target.value = ''
        }}
      />
      <TextField
        label={t('calendar.paste')}
        value={text}
        onChange={(next) => {
          setTooLarge(false)
          setText(next)
        }}
        rows={8}
        autoFocus
        problem={tooLarge ? t('calendar.tooLarge') : problemOf(read)}
      />
    </Dialog>
  )
}

const problemOf = (read: Result<HolidayNotice, NoticeProblem> | null): string | null =>
  read === null || read.ok ? null : noticeProblemWords(read.error)

function CheckedNotice({
  notice,
  onBack,
  onClose,
}: {
  readonly notice: HolidayNotice
  readonly onBack: () => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation('console')
  const client = useConsole()
  const queries = useQueryClient()
  const toast = useToast()
  // One id for every try: an answer that was lost does not make two of it.
  const [recordId] = useState(() => crypto.randomUUID())
  const given = { ...notice, days: [...notice.days] }
  const check = useQuery({
    queryKey: ['check', notice],
    queryFn: () => client.calendars.check({ notice: given }),
    gcTime: 0,
  })
  const sound = check.data?.defects.length === 0
  const cases = useMovedCases(notice, sound)
  const use = useMutation({
    mutationFn: () => client.calendars.use({ recordId, notice: given, moved: cases.moved.length }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['calendars'] })
      toast({ kind: 'done', text: t('calendar.taken', { id: notice.id }) })
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('calendar.title', { id: notice.id })}
      wide
      footer={
        <>
          <Button onPress={onBack}>{t('calendar.other')}</Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
          {sound ? (
            <Button
              variant="primary"
              onPress={() => use.mutate()}
              disabledReason={cases.done ? null : t('calendar.notYet')}
              busy={use.isPending}
            >
              {t('calendar.use')}
            </Button>
          ) : null}
        </>
      }
    >
      <CalendarChanges notice={notice} check={check} cases={cases} />
      {use.error === null ? null : <Banner tone="problem" title={failureText(use.error)} />}
    </Dialog>
  )
}
