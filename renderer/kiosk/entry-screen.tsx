import type { PublicEntry } from '../../domain/kiosk/public-entry.ts'
import { entryFacts, entryLine } from './entry-words.ts'

export function EntryScreen({ entry }: { readonly entry: PublicEntry }) {
  const { title } = entryLine(entry)
  return (
    <div className="ksk-scroll" tabIndex={0} role="region" aria-label={title}>
      <article className="ksk-guide">
        <header>
          <h1>{title}</h1>
        </header>
        <dl className="ksk-entry">
          {entryFacts(entry).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </article>
    </div>
  )
}
