import type { ReactNode } from 'react'
import { useId } from 'react'
import './panel.css'

export interface PanelProps {
  readonly title: ReactNode
  /** Beside the title: a count, a state. */
  readonly note?: ReactNode
  /** At the right end of the head. */
  readonly actions?: ReactNode
  /** False when the content brings its own padding, as a table does. */
  readonly padded?: boolean
  readonly className?: string
  readonly children: ReactNode
}

export function Panel({ title, note, actions, padded = true, className = '', children }: PanelProps) {
  const id = useId()
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {note === undefined ? null : <span className="small muted">{note}</span>}
        <span className="grow" />
        {actions}
      </header>
      {padded ? <div className="panel-body">{children}</div> : children}
    </section>
  )
}

/** A remark inside a panel. Red, amber and green only for legal time. */
export function Note(props: {
  readonly tone?: 'plain' | 'accent' | 'amber' | 'red' | 'green'
  readonly children: ReactNode
}) {
  return <div className={`note ${props.tone ?? 'plain'}`}>{props.children}</div>
}
