import type { ReactNode } from 'react'
import './empty-state.css'

/** Says why there is nothing and what to do next. */
export function EmptyState(props: {
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <div className="empty">
      <b>{props.title}</b>
      {props.children === undefined ? null : <div>{props.children}</div>}
      {props.actions === undefined ? null : <div className="row">{props.actions}</div>}
    </div>
  )
}
