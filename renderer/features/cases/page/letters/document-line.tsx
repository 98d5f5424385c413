import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../../../contract/queries/cases.ts'
import { printsOf } from '../../../../../domain/case/letters.ts'
import type { CaseState } from '../../../../../domain/case/case-state.ts'
import type { IssuedLetter } from '../../../../../domain/letters/document.ts'
import { LetterButtons } from './letter-buttons.tsx'
import type { LettersPanelProps } from './letters-panel.tsx'
import { PrintLines } from './print-lines.tsx'
import { printLog } from './print-log.ts'

interface DocumentLineProps extends Pick<LettersPanelProps, 'busy' | 'preview' | 'print'> {
  readonly state: CaseState
  readonly timeline: readonly TimelineEntry[]
  readonly document: IssuedLetter
  /** The letter that F4 prints. */
  readonly main: boolean
}

/** A numbered letter: its number and day, what it replaces or is replaced by, its prints; a voided one with the reason, only to be looked at. */
export function DocumentLine({ state, timeline, document, main, busy, preview, print }: DocumentLineProps) {
  const { t } = useTranslation(['cases', 'terms'])
  const { n, letter, no, on, voided, replaces } = document
  const shown = { letter, document: n }
  const name = t(`terms:letter.${letter}`)
  const replaced = state.documents.find((each) => each.n === replaces)?.no
  const successor = state.documents.find((each) => each.replaces === n)?.no
  return (
    <li className={`case-letter ${voided === null ? '' : 'case-letter-off'}`}>
      <span className="grow">{name}</span>
      <LetterButtons
        name={`${name} ${no}`}
        times={printsOf(state, letter, n)}
        busy={busy}
        main={main}
        onPreview={() => preview(shown)}
        onPrint={voided === null ? () => print(shown) : null}
      />
      <div className="case-letter-facts">
        <small>{t('letters.numbered', { no, on })}</small>
        {replaced === undefined ? null : <small>{t('letters.replaces', { no: replaced })}</small>}
        {voided === null ? null : <small>{t('letters.voided', { on: voided.on, reason: voided.reason })}</small>}
        {successor === undefined ? null : <small>{t('letters.replacedBy', { no: successor })}</small>}
        <PrintLines name={`${name} ${no}`} lines={printLog(timeline, shown)} />
      </div>
    </li>
  )
}
