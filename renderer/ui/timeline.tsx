import type { ReactNode } from 'react'
import './timeline.css'

export interface TimelineItem {
  readonly key: string
  readonly at: string
  readonly title: ReactNode
  readonly text?: ReactNode
  /** Who, where, from which device. */
  readonly meta: ReactNode
  /** `waiting` = only on this device yet; `problem` = the server did not apply it. */
  readonly state: 'sent' | 'waiting' | 'problem'
}

/** What happened, newest first. */
export function Timeline({ items, label }: { readonly items: readonly TimelineItem[]; readonly label: string }) {
  return (
    <ol className="tl" aria-label={label}>
      {items.map((item) => (
        <li key={item.key}>
          <span className="num muted">{item.at}</span>
          <span className={`tl-point ${item.state}`} aria-hidden="true" />
          <span>
            <b>{item.title}</b> {item.text}
          </span>
          <span className="tl-meta">{item.meta}</span>
        </li>
      ))}
    </ol>
  )
}
