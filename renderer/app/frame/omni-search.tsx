import type { KeyboardEvent, Ref } from 'react'
import { useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonFound } from '../../../contract/queries/people.ts'
import { Icon } from '../../ui/icon.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { moveActive } from '../../ui/move-active.ts'
import { entryKey, type PaletteEntry } from './palette/entries.ts'
import { PaletteLine } from './palette/palette-line.tsx'
import { usePalette } from './palette/use-palette.ts'
import '../../ui/popover.css'
import './palette/palette.css'

export interface OmniSearchHandle {
  readonly focus: () => void
}

/** What leads out of the palette. */
export type ChosenEntry = Exclude<PaletteEntry, { readonly kind: 'person' }>

export interface OmniSearchProps {
  readonly onChoose: (entry: ChosenEntry) => void
  readonly ref: Ref<OmniSearchHandle>
}

/**
 * Search and commands from anywhere: cases, items, pages, and what can be done on the page below. It forgets what was typed when it is left,
 * so that nothing of a client stands in it.
 */
export function OmniSearch({ onChoose, ref }: OmniSearchProps) {
  const { t } = useTranslation('frame')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  /** Where the focus came from: it goes back there when nothing is chosen. */
  const origin = useRef<HTMLElement | null>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  /** By what it is, not by its place: what is found later must not slip under the hand. */
  const [active, setActive] = useState<string | null>(null)
  /** Whose cases are listed instead of what was found; Esc goes back to that. */
  const [person, setPerson] = useState<PersonFound | null>(null)
  const entries = usePalette(text, open, person)
  const at = Math.max(
    entries.findIndex((entry) => entryKey(entry) === active),
    entries.length === 0 ? -1 : 0,
  )
  useImperativeHandle(ref, () => ({ focus: () => input.current?.focus() }), [])
  useEffect(() => {
    if (open) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at, open])

  const close = () => {
    setText('')
    setActive(null)
    setPerson(null)
    setOpen(false)
  }
  const leave = () => {
    close()
    if (origin.current?.isConnected === true) origin.current.focus()
    else input.current?.blur()
  }
  const choose = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return
    if (entry.kind === 'person') {
      setActive(null)
      setPerson(entry.person)
      return
    }
    leave()
    onChoose(entry)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') choose(entries[at])
    else if (event.key === 'Escape') {
      if (person === null) leave()
      else {
        setActive(`person ${person.caseId}`)
        setPerson(null)
      }
    } else {
      const next = event.key === 'Home' || event.key === 'End' ? null : moveActive(event.key, at, entries.length)
      if (next === null) return
      const entry = entries[next]
      setActive(entry === undefined ? null : entryKey(entry))
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="omni">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        role="combobox"
        aria-label={t('omni.label')}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
        value={text}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('omni.placeholder')}
        aria-keyshortcuts="Control+K F3"
        onFocus={({ relatedTarget }) => {
          origin.current = relatedTarget instanceof HTMLElement ? relatedTarget : null
          setOpen(true)
        }}
        onBlur={close}
        onChange={(event) => {
          setActive(null)
          setPerson(null)
          setText(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <KeyHint keys="Ctrl K" />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={person === null ? t('palette.label') : t('palette.ofPerson', { name: person.name })}
        className="pop palette"
        hidden={!open}
      >
        {open
          ? entries.map((entry, position) => (
              // The field has the keys.
              <div
                key={entryKey(entry)}
                id={`${id}-${position}`}
                role="option"
                aria-selected={position === at}
                className={`opt ${position === at ? 'active' : ''}`}
                // A press on the list must not take the focus from the field.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(entry)}
              >
                <PaletteLine entry={entry} />
              </div>
            ))
          : null}
      </div>
    </div>
  )
}
