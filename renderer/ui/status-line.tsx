import type { ReactNode } from 'react'
import { KeyHint } from './key-hint.tsx'
import './status-line.css'

export interface StatusKey {
  readonly keys: string
  readonly label: string
}

/** The keys usable here, and at the right one fact of the page. */
export function StatusLine(props: {
  readonly keys: readonly StatusKey[]
  readonly label: string
  readonly fact?: ReactNode
}) {
  return (
    <footer className="statusline">
      <ul className="statusline-keys" aria-label={props.label}>
        {props.keys.map((key) => (
          <li key={key.keys + key.label}>
            <KeyHint keys={key.keys} />
            <span className="vh">{key.keys} </span>
            {key.label}
          </li>
        ))}
      </ul>
      <span className="sp" />
      <span>{props.fact}</span>
    </footer>
  )
}
