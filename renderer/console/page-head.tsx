import type { ReactNode } from 'react'

/** The title of a page, and what can be begun there. */
export function PageHead({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="csl-head">
      <h1>{title}</h1>
      <span className="grow" />
      {children}
    </div>
  )
}
