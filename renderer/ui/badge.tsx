import type { ReactNode } from 'react'
import { Mark, type MarkName } from './mark.tsx'
import './badge.css'

export type BadgeTone = 'plain' | 'accent' | 'ink' | 'green' | 'amber' | 'red' | 'pause'

/** A shape and a word. */
export function Badge(props: { readonly tone?: BadgeTone; readonly mark?: MarkName; readonly children: ReactNode }) {
  return (
    <span className={`badge ${props.tone ?? 'plain'}`}>
      {props.mark === undefined ? null : <Mark name={props.mark} />}
      {props.children}
    </span>
  )
}
