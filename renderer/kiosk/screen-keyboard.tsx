import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Typed, candidatesOf, deleteKey, nothingTyped, takeCandidate, typeKey } from './typing.ts'

const letters = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const
const figures = ['1234567890', '-', ''] as const
const candidatesShown = 9

export interface ScreenKeyboardProps {
  readonly typed: Typed
  readonly onTyped: (typed: Typed) => void
}

/** Letters, figures, and characters by pinyin: within reach at the foot of the screen, for there is no other keyboard. */
export function ScreenKeyboard({ typed, onTyped }: ScreenKeyboardProps) {
  const { t } = useTranslation('kiosk')
  const [chinese, setChinese] = useState(true)
  const [numbers, setNumbers] = useState(false)
  const [from, setFrom] = useState(0)
  const found = candidatesOf(typed)
  const change = (next: Typed) => {
    setFrom(0)
    onTyped(next)
  }
  const rows = numbers ? figures : letters
  return (
    <section className="ksk-keyboard" aria-label={t('keyboard.label')}>
      {typed.pinyin === '' ? null : (
        <div className="ksk-candidates" role="group" aria-label={t('keyboard.candidates')}>
          <span className="pinyin">{typed.pinyin}</span>
          {found.slice(from, from + candidatesShown).map((character) => (
            <button key={character} type="button" onClick={() => change(takeCandidate(typed, character))}>
              {character}
            </button>
          ))}
          {found.length === 0 ? <span className="small">{t('keyboard.initials')}</span> : null}
          {found.length > candidatesShown ? (
            <button
              type="button"
              className="more"
              onClick={() => setFrom(from + candidatesShown < found.length ? from + candidatesShown : 0)}
            >
              {t('keyboard.more')}
            </button>
          ) : null}
        </div>
      )}
      {rows.slice(0, 2).map((row) => (
        <div key={row} className="ksk-keys">
          {[...row].map((key) => (
            <button key={key} type="button" onClick={() => change(typeKey(typed, key, chinese))}>
              {key}
            </button>
          ))}
        </div>
      ))}
      <div className="ksk-keys">
        <button type="button" className="wide" aria-pressed={chinese} onClick={() => setChinese(!chinese)}>
          {chinese ? t('keyboard.chinese') : t('keyboard.latin')}
        </button>
        {[...rows[2]].map((key) => (
          <button key={key} type="button" onClick={() => change(typeKey(typed, key, chinese))}>
            {key}
          </button>
        ))}
        <button type="button" className="wide" onClick={() => change(deleteKey(typed))}>
          {t('keyboard.delete')}
        </button>
      </div>
      <div className="ksk-keys">
        <button type="button" className="wide" aria-pressed={numbers} onClick={() => setNumbers(!numbers)}>
          {numbers ? t('keyboard.letters') : t('keyboard.figures')}
        </button>
        <button type="button" className="space" onClick={() => change(typeKey(typed, ' ', chinese))}>
          {t('keyboard.space')}
        </button>
        <button type="button" className="wide" onClick={() => change(nothingTyped)}>
          {t('keyboard.clear')}
        </button>
      </div>
    </section>
  )
}
