import { useTranslation } from 'react-i18next'
import type { CaseDetail } from '../../../../../contract/queries/cases.ts'
import { documentsOf, lettersOf, printsOf } from '../../../../../domain/case/letters.ts'
import { Panel } from '../../../../ui/panel.tsx'
import { DocumentLine } from './document-line.tsx'
import { LetterButtons } from './letter-buttons.tsx'
import { PrintLines } from './print-lines.tsx'
import { printLog } from './print-log.ts'
import type { Letters } from './use-letters.ts'
import './letters-panel.css'

export interface LettersPanelProps extends Pick<Letters, 'preview' | 'print'> {
  readonly detail: CaseDetail
  readonly busy: boolean
}

/**
 * The numbered letters of the case, the newest first, then its slips as it stands: each to be looked at and printed, with its prints. A
 * voided letter stays in the list with its reason and is not printed.
 */
export function LettersPanel({ detail, busy, preview, print }: LettersPanelProps) {
  const { t } = useTranslation(['cases', 'terms'])
  const { state, timeline } = detail
  const [newest] = documentsOf(state)
  const slips = lettersOf(state)
  const none = state.documents.length + slips.length === 0
  return (
    <Panel title={t('letters.title')} {...(none ? { note: t('letters.none') } : {})} padded={false}>
      {none ? null : (
        <ul className="case-lines">
          {[...state.documents].reverse().map((document) => (
            <DocumentLine
              key={document.n}
              state={state}
              timeline={timeline}
              document={document}
              main={document.n === newest?.n}
              busy={busy}
              preview={preview}
              print={print}
            />
          ))}
          {slips.map((letter, index) => {
            const shown = { letter, document: undefined }
            const name = t(`terms:letter.${letter}`)
            return (
              <li key={letter} className="case-letter">
                <span className="grow">{name}</span>
                <LetterButtons
                  name={name}
                  times={printsOf(state, letter)}
                  busy={busy}
                  main={index === 0 && newest === undefined}
                  onPreview={() => preview(shown)}
                  onPrint={() => print(shown)}
                />
                <div className="case-letter-facts">
                  <PrintLines name={name} lines={printLog(timeline, shown)} />
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
