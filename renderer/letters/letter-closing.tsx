import type { LetterContent } from '../../domain/letters/content.ts'
import { Slip } from './blocks/written.tsx'

/** What ends the last page: signatures and seal, and below them the part that is cut off. */
export function LetterClosing({ content }: { readonly content: LetterContent }) {
  return (
    <div className="letter-end" data-closing="">
      <Signatures closing={content.closing} />
      {content.blocks.map((block, at) =>
        // Printed blocks never change their order: the place is the identity.
        block.kind === 'slip' ? <Slip key={at} title={block.title} text={block.text} fields={block.fields} /> : null,
      )}
    </div>
  )
}

/** Lines to sign on and the place of the seal; the ring shows where it goes, the seal itself is pressed on paper. */
function Signatures({ closing }: { readonly closing: LetterContent['closing'] }) {
  const { sign, seal, organ, on } = closing
  return (
    <div className="letter-closing">
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
