import { useTranslation } from 'react-i18next'
import { documentsOf, lettersOf, printsOf } from '../../../../domain/case/letters.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { LetterKind } from '../../../../domain/letters/letter-kind.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { DocumentLine } from './document-line.tsx'

export interface LettersPanelProps {
  readonly state: CaseState
  readonly busy: boolean
  readonly onPrint: (letter: LetterKind, document?: number) => void
}

/**
 * The numbered letters of the case, the newest first, then its slips as it stands: how often each was printed, and the way to print it
 * (again). A voided letter stays in the list with its reason and is not printed.
 */
export function LettersPanel({ state, busy, onPrint }: LettersPanelProps) {
  const { t } = useTranslation(['cases', 'terms'])
  const [newest] = documentsOf(state)
  return (
    <Panel title={t('letters.title')} padded={false}>
      <ul className="case-lines">
        {[...state.documents].reverse().map((document) => (
          <DocumentLine
            key={document.n}
            state={state}
            document={document}
            main={document.n === newest?.n}
            busy={busy}
            onPrint={onPrint}
          />
        ))}
        {lettersOf(state).map((letter, index) => {
          const times = printsOf(state, letter)
          const name = t(`terms:letter.${letter}`)
          return (
            <li key={letter}>
              <span className="grow">
                {name}
                <small>{times === 0 ? t('letters.notPrinted') : t('letters.printed', { n: times })}</small>
              </span>
              <Button
                size="sm"
                icon="print"
                busy={busy}
                label={name}
                onPress={() => onPrint(letter)}
                {...(index === 0 && newest === undefined ? { keys: 'F4' } : {})}
              >
                {t(times === 0 ? 'letters.print' : 'letters.reprint')}
              </Button>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
