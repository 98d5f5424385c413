import type { KeyboardEvent, Ref } from 'react'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import './board.css'

export interface ListFilterProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Down or Enter: on into the list. */
  readonly onDown: () => void
  readonly inputRef: Ref<HTMLInputElement>
}

/** The box that narrows a list; `/` comes to it, Esc empties it. */
export function ListFilter({ label, placeholder, value, onChange, onDown, inputRef }: ListFilterProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'Enter') onDown()
    else if (event.key === 'Escape' && value !== '') onChange('')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <label className="bd-filter">
      <Icon name="search" />
      <span className="vh">{label}</span>
      <input
        ref={inputRef}
        type="search"
        value={value}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        aria-keyshortcuts="/"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <KeyHint keys={value === '' ? '/' : 'Esc'} />
    </label>
  )
}
