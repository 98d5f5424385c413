import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Phrase } from '../../../../../contract/queries/phrases.ts'
import { errorText } from '../../../../i18n/error-text.ts'
import { useHost } from '../../../../ipc/clients.ts'
import { Button } from '../../../../ui/button.tsx'
import { KeyHint } from '../../../../ui/key-hint.tsx'

export interface PhraseListProps {
  readonly caseId: string
  /** What stands in the field: it can be kept as a phrase. */
  readonly written: string
  readonly onInsert: (text: string) => void
  readonly onClose: () => void
}

/** Put in by digit, or by arrows and Enter; kept and removed here too. */
export function PhraseList({ caseId, written, onInsert, onClose }: PhraseListProps) {
  const { t } = useTranslation('cases')
  const host = useHost()
  const queries = useQueryClient()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const query = useQuery({ queryKey: ['drafts', 'phrases'], queryFn: () => host.phrases.list() })
  const phrases = query.data?.phrases ?? []
  const organ = query.data?.organ ?? null
  const place = Math.min(at, Math.max(0, phrases.length - 1))
  const changed = () => queries.invalidateQueries({ queryKey: ['drafts', 'phrases'] })
  const adding = useMutation({
    mutationFn: (shared: boolean) => host.phrases.add({ text: written.trim(), shared, caseId }),
    onSuccess: changed,
  })
  const removing = useMutation({
    mutationFn: (phrase: Phrase) => host.phrases.remove({ id: phrase.id }),
    onSuccess: changed,
  })
  useEffect(() => list.current?.focus(), [])

  const onKey = (event: KeyboardEvent) => {
    const chosen = phrases[place]
    const digit = /^[1-9]$/.test(event.key) ? phrases[Number(event.key) - 1] : undefined
    if (event.key === 'ArrowDown') setAt(Math.min(place + 1, phrases.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(place - 1, 0))
    else if (event.key === 'Enter' && chosen !== undefined) onInsert(chosen.text)
    else if (event.key === 'Delete' && chosen !== undefined) removing.mutate(chosen)
    else if (digit !== undefined) onInsert(digit.text)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  // Closes this and not the form around it.
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }
  const failure =
    adding.error !== null
      ? errorText(adding.error).text
      : adding.data?.ok === false
        ? t(`phrases.refused.${adding.data.error.code}`)
        : null
  const empty = written.trim() === ''
  return (
    <div className="phrases" onKeyDown={onEscape}>
      {phrases.length === 0 ? null : (
        <div
          className="phrase-list"
          role="listbox"
          aria-label={t('phrases.title')}
          aria-activedescendant={`${id}-${place}`}
          tabIndex={0}
          ref={list}
          onKeyDown={onKey}
        >
          {phrases.map((phrase, index) => (
            <div
              key={phrase.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === place}
              className={index === place ? 'phrase on' : 'phrase'}
              onClick={() => onInsert(phrase.text)}
            >
              {index < 9 ? <KeyHint keys={String(index + 1)} /> : <span />}
              <span className="grow">{phrase.text}</span>
              {phrase.shared ? <small>{t('phrases.shared')}</small> : null}
            </div>
          ))}
        </div>
      )}
      <div
        className="phrase-foot"
        tabIndex={phrases.length === 0 ? -1 : undefined}
        ref={phrases.length === 0 ? list : undefined}
      >
        <small className="muted grow">
          {query.data === undefined ? '' : phrases.length === 0 ? t('phrases.none') : t('phrases.keys')}
        </small>
        <Button
          size="sm"
          disabledReason={empty ? t('phrases.nothing') : null}
          busy={adding.isPending}
          onPress={() => adding.mutate(false)}
        >
          {t('phrases.keep')}
        </Button>
        {organ === null ? null : (
          <Button
            size="sm"
            disabledReason={empty ? t('phrases.nothing') : null}
            busy={adding.isPending}
            onPress={() => adding.mutate(true)}
          >
            {t('phrases.keepShared')}
          </Button>
        )}
        <Button size="sm" variant="quiet" keys="Esc" onPress={onClose}>
          {t('phrases.close')}
        </Button>
      </div>
      {failure === null ? null : (
        <p className="err" role="alert">
          {failure}
        </p>
      )}
    </div>
  )
}
