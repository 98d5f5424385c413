import type { KeyboardEvent, Ref } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'

export interface OmniSearchProps {
  /** Enter: shows the cases that the text finds. */
  readonly onSearch: (text: string) => void
  readonly ref: Ref<HTMLInputElement>
}

/** Search from anywhere; its answer is the case list. */
export function OmniSearch({ onSearch, ref }: OmniSearchProps) {
  const { t } = useTranslation('frame')
  const [text, setText] = useState('')
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && text.trim() !== '') {
      onSearch(text.trim())
      setText('')
    } else if (event.key === 'Escape') {
      setText('')
      event.currentTarget.blur()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <label className="omni">
      <Icon name="search" />
      <span className="vh">{t('omni.label')}</span>
      <input
        ref={ref}
        type="search"
        value={text}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('omni.placeholder')}
        aria-keyshortcuts="Control+K F3"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <KeyHint keys="Ctrl K" />
    </label>
  )
}
