import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { weekday } from '../../i18n/dates.ts'
import { parseDateEntry } from '../../intake/model/date-entry.ts'

/** Enter and Esc end an entry; both belong to it and not to the page. */
const endKeys = (commit: () => void, cancel: () => void) => (event: KeyboardEvent<HTMLInputElement>) => {
  if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
  event.preventDefault()
  event.stopPropagation()
  if (event.key === 'Enter') commit()
  else cancel()
}

/** When a tolerated material is promised: asked before it is tolerated, never after. */
export function PromiseEntry(props: {
  readonly name: string
  readonly today: PlainDate
  readonly onCommit: (date: PlainDate) => void
  readonly onCancel: () => void
}) {
  const { t } = useTranslation('intake')
  const { today } = props
  const [text, setText] = useState('')
  const parsed = parseDateEntry(text, today, 'after')
  const date = parsed !== null && parsed >= today ? parsed : null
  const commit = () => (date === null ? undefined : props.onCommit(date))
  return (
    <span className="input intake-entry">
      <input
        autoFocus
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        aria-label={t('materials.promiseLabel', { name: props.name })}
        placeholder={t('materials.promisePlaceholder')}
        aria-invalid={text !== '' && date === null ? true : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={endKeys(commit, props.onCancel)}
        onBlur={() => (date === null ? props.onCancel() : commit())}
      />
      <span className="input-tail">{date === null ? '' : `${date} ${weekday(date)}`}</span>
    </span>
  )
}

/** A note is kept as it is typed; Enter or Esc only leave it. */
export function NoteEntry(props: {
  readonly name: string
  readonly note: string
  readonly onChange: (text: string) => void
  readonly onDone: () => void
}) {
  const { t } = useTranslation('intake')
  return (
    <span className="input intake-entry">
      <input
        autoFocus
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={300}
        aria-label={t('materials.noteLabel', { name: props.name })}
        placeholder={t('materials.notePlaceholder')}
        value={props.note}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={endKeys(props.onDone, props.onDone)}
      />
    </span>
  )
}
