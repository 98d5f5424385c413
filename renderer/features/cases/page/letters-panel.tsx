import { useTranslation } from 'react-i18next'
import { lettersOf, printsOf } from '../../../../domain/case/letters.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { LetterKind } from '../../../../domain/letters/letter-kind.ts'
import { Button } from '../../../ui/button.tsx'
import { Panel } from '../../../ui/panel.tsx'

export interface LettersPanelProps {
  readonly state: CaseState
  readonly busy: boolean
  readonly onPrint: (letter: LetterKind) => void
}

/** The letters of the case as it stands, how often each was printed, and the way to print it (again). */
export function LettersPanel({ state, busy, onPrint }: LettersPanelProps) {
  const { t } = useTranslation(['cases', 'terms'])
  return (
    <Panel title={t('letters.title')} padded={false}>
      <ul className="case-lines">
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
                {...(index === 0 ? { keys: 'F4' } : {})}
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
