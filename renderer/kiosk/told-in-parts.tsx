export interface ToldPart {
  readonly title: string
  readonly lines: readonly string[]
}

/** A page that only tells: parts with their lines. */
export function ToldInParts({ title, parts }: { readonly title: string; readonly parts: readonly ToldPart[] }) {
  return (
    <div className="ksk-scroll" tabIndex={0} role="region" aria-label={title}>
      <article className="ksk-guide">
        <header>
          <h1>{title}</h1>
        </header>
        {parts.map((part) => (
          <section key={part.title}>
            <h2>{part.title}</h2>
            {part.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </section>
        ))}
      </article>
    </div>
  )
}
