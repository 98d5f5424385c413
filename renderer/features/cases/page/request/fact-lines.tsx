/** Several things under one name, each on a line of its own; null when there are none, so that the name is not shown either. */
export const factLines = (lines: readonly string[]) =>
  lines.length === 0 ? null : (
    <ul className="fact-lines">
      {lines.map((line, at) => (
        <li key={at}>{line}</li>
      ))}
    </ul>
  )
