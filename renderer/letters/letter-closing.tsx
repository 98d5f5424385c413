import type { LetterContent } from '../../domain/letters/content.ts'

/** Lines to sign on and the place of the seal; the ring shows where it goes, the seal itself is pressed on paper. */
export function LetterClosing({ closing }: { readonly closing: LetterContent['closing'] }) {
  const { sign, seal, organ, on } = closing
  return (
    <div className="letter-closing" data-closing="">
      <div>
        {sign.map((line, at) => (
          // Two may sign under the same words: the place is the identity.
          <div key={at}>
            {line}
            <span className="letter-line" />
          </div>
        ))}
      </div>
      <div className="letter-seal">
        {seal === null ? null : (
          <span className="letter-ring" aria-hidden="true">
            {seal[0]}
            <br />
            {seal[1]}
          </span>
        )}
        {organ}
        <br />
        {on}
      </div>
    </div>
  )
}
