import { i18n } from '../i18n/setup.ts'
import type { LetterContent } from './letter-content.ts'

/** Lines to sign on and the place of the seal; the ring shows where it goes, the seal itself is pressed on paper. */
export function LetterClosing({ closing }: { readonly closing: LetterContent['closing'] }) {
  return (
    <div className="letter-closing" data-closing="">
      <div>
        {closing.signed ? (
          <>
            {i18n.t('letters:sign.applicant')}
            <span className="letter-line" />
            <br />
            {i18n.t('letters:sign.on')}
            <span className="letter-line" />
          </>
        ) : null}
      </div>
      <div className="letter-seal">
        <span className="letter-ring" aria-hidden="true">
          {closing.seal[0]}
          <br />
          {closing.seal[1]}
        </span>
        {closing.organ}
        <br />
        {closing.on}
      </div>
    </div>
  )
}
