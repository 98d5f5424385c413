import type { ReactNode } from 'react'

export type Fact = readonly [string, ReactNode]

/** Only what there is: an empty line says nothing. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="case-facts">
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
