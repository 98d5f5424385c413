import { useTranslation } from 'react-i18next'

export interface NumberPadProps {
  /** Beside the figures. */
  readonly letters: readonly string[]
  /** A character, or `delete`. */
  readonly onKey: (key: string) => void
  readonly onClear: () => void
  /** What the large key does. */
  readonly go: string
  readonly ready: boolean
}

export function NumberPad({ letters, onKey, onClear, go, ready }: NumberPadProps) {
  const { t } = useTranslation('kiosk')
  return (
    <section className="ksk-pad" aria-label={t('pad.label')}>
      <div className="figures">
        {[...'123456789', ...letters, '0'].map((key) => (
          <button key={key} type="button" onClick={() => onKey(key)}>
            {key}
          </button>
        ))}
      </div>
      <div className="acts">
        <button type="button" onClick={() => onKey('delete')}>
          {t('keyboard.delete')}
        </button>
        <button type="button" onClick={onClear}>
          {t('keyboard.clear')}
        </button>
        <button type="submit" className="go" aria-disabled={!ready || undefined}>
          {go}
        </button>
      </div>
    </section>
  )
}
