import type { Ref } from 'react'

export interface LastFourProps {
  readonly ref: Ref<HTMLInputElement>
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Four boxes over one field; all but the newest character are covered, for others stand behind. */
export function LastFour({ ref, label, value, onChange }: LastFourProps) {
  return (
    <div className="ksk-four">
      <input
        ref={ref}
        type="text"
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        maxLength={4}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {[0, 1, 2, 3].map((at) => (
        <span key={at} aria-hidden="true" className={at === value.length ? 'now' : ''}>
          {at < value.length ? (at === value.length - 1 ? value[at] : '●') : ''}
        </span>
      ))}
    </div>
  )
}
