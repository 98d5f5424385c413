import { useTranslation } from 'react-i18next'
import { printsOf } from '../../../../domain/case/letters.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { IssuedLetter } from '../../../../domain/letters/document.ts'
import { Button } from '../../../ui/button.tsx'
import type { LettersPanelProps } from './letters-panel.tsx'

/** A numbered letter: its number and day, what it replaces, how often it was printed; a voided one with the reason and no button. */
export function DocumentLine(
  props: {
    readonly state: CaseState
    readonly document: IssuedLetter
    /** The letter that F4 prints. */
    readonly main: boolean
  } & Pick<LettersPanelProps, 'busy' | 'onPrint'>,
) {
  const { state, document, main, busy, onPrint } = props
  const { t } = useTranslation(['cases', 'terms'])
  const { n, letter, no, on, voided, replaces } = document
  const times = printsOf(state, letter, n)
  const name = t(`terms:letter.${letter}`)
  const replaced = state.documents.find((each) => each.n === replaces)?.no
  return (
    <li>
      <span className="grow">
        {name}
        <small>{t('letters.numbered', { no, on })}</small>
        {replaced === undefined ? null : <small>{t('letters.replaces', { no: replaced })}</small>}
        {voided === null ? (
          <small>{times === 0 ? t('letters.notPrinted') : t('letters.printed', { n: times })}</small>
        ) : (
          <small>{t('letters.voided', { on: voided.on, reason: voided.reason })}</small>
        )}
      </span>
      {voided === null ? (
        <Button
          size="sm"
          icon="print"
          busy={busy}
          label={`${name} ${no}`}
          onPress={() => onPrint(letter, n)}
          {...(main ? { keys: 'F4' } : {})}
        >
          {t(times === 0 ? 'letters.print' : 'letters.reprint')}
        </Button>
      ) : null}
    </li>
  )
}
