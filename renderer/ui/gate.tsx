import type { FormEvent, ReactNode } from 'react'
import { ProductMark } from './product-mark.tsx'
import './gate.css'

export interface GateProps {
  readonly title: ReactNode
  readonly note?: ReactNode
  readonly onSubmit: () => void
  readonly children: ReactNode
  readonly foot?: readonly ReactNode[]
}

/** A page that asks one thing before the workbench is shown: sign-in, unlock, first use. */
export function Gate({ title, note, onSubmit, children, foot = [] }: GateProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <div className="gate">
      <main className="gate-box">
        <div className="gate-head">
          <ProductMark />
          <div>
            <h1>{title}</h1>
            {note === undefined ? null : <p>{note}</p>}
          </div>
        </div>
        <form onSubmit={submit} noValidate>
          {children}
        </form>
      </main>
      <footer className="gate-foot">
        {foot.map((each, index) => (
          <span key={index}>{each}</span>
        ))}
      </footer>
    </div>
  )
}
