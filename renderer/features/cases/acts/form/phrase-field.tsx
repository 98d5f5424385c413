import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyName } from '../../../../keyboard/key-name.ts'
import { Button } from '../../../../ui/button.tsx'
import { TextField, type TextFieldProps } from '../../../../ui/text-field.tsx'
import { useActForm } from './form-context.ts'
import { PhraseList } from './phrase-list.tsx'
import { insertAt } from './insert-at.ts'
import './phrases.css'

/** Words of some length, with the common phrases of whoever writes them at hand. */
export function PhraseField(props: TextFieldProps) {
  const { t } = useTranslation('cases')
  const { state } = useActForm()
  const [open, setOpen] = useState(false)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const show = () => setOpen(true)
  const hide = () => {
    setOpen(false)
    field.current?.focus()
  }
  const insert = (phrase: string) => {
    const { selectionStart, selectionEnd } = field.current ?? { selectionStart: null, selectionEnd: null }
    const at = selectionStart ?? props.value.length
    const { text, caret } = insertAt(props.value, phrase, at, selectionEnd ?? at)
    props.onChange(props.maxLength === undefined ? text : text.slice(0, props.maxLength))
    hide()
    // Once the field holds it: writing goes on behind what was put in.
    requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret))
  }
  return (
    <div className="phrase-field wide">
      <TextField
        {...props}
        ref={field}
        onKeyDown={(event) => {
          if (keyName(event.nativeEvent) !== 'Alt C') return
          event.preventDefault()
          show()
        }}
      />
      {open ? (
        <PhraseList caseId={state.id} written={props.value} onInsert={insert} onClose={hide} />
      ) : (
        <Button size="sm" variant="quiet" keys="Alt C" onPress={show}>
          {t('phrases.title')}
        </Button>
      )}
    </div>
  )
}
