import { useEffect, useRef } from 'react'
import { Icon } from '../ui/icon.tsx'
import { type Typed, wordsOf } from './typing.ts'

export interface SearchBoxProps {
  readonly label: string
  readonly hint: string
  readonly typed: Typed
  readonly onTyped: (typed: Typed) => void
}

/** Shows what the screen's keyboard types; a real keyboard, where there is one, types here as well. */
export function SearchBox({ label, hint, typed, onTyped }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  return (
    <div className="ksk-search">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={hint}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={wordsOf(typed)}
        onChange={(event) => onTyped({ text: event.target.value, pinyin: '' })}
      />
    </div>
  )
}
