import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterKind } from '../../../../../domain/letters/letter-kind.ts'
import { useKeys } from '../../../../keyboard/keyboard-context.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { NumberStepper } from '../../../../ui/number-stepper.tsx'
import { Select } from '../../../../ui/select.tsx'
import { TextField } from '../../../../ui/text-field.tsx'

export interface ReprintDialogProps {
  readonly letter: LetterKind
  readonly onClose: () => void
  readonly onPrint: (copies: number, reason: string) => void
}

const usual = ['lost', 'unreadable', 'archive', 'other_office'] as const
type Choice = (typeof usual)[number] | 'other'

/** A letter goes out once; whoever prints it again says why, from a list or in his own words (LTR-20). */
export function ReprintDialog(props: ReprintDialogProps) {
  const { t } = useTranslation(['cases', 'terms'])
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('letters.again.title', { letter: t(`terms:letter.${props.letter}`) })}
    >
      <ReprintForm {...props} />
    </Dialog>
  )
}

function ReprintForm({ onClose, onPrint }: ReprintDialogProps) {
  const { t } = useTranslation('cases')
  const [choice, setChoice] = useState<Choice | null>(null)
  const [words, setWords] = useState('')
  const [copies, setCopies] = useState(1)
  const [tried, setTried] = useState(false)
  const reason = choice === null ? '' : choice === 'other' ? words.trim() : t(`letters.again.reasons.${choice}`)
  const run = () => {
    setTried(true)
    if (reason !== '') onPrint(copies, reason)
  }
  useKeys([{ keys: 'F9', label: t('letters.again.print'), run }])
  return (
    <>
      <div className="letter-again">
        <Select
          label={t('letters.again.reason')}
          required
          value={choice}
          onChange={setChoice}
          hint={t('letters.again.hint')}
          problem={tried && choice === null ? t('letters.again.wanted') : null}
          options={[...usual, 'other' as const].map((value) => ({
            value,
            label: t(`letters.again.reasons.${value}`),
          }))}
        />
        {choice === 'other' ? (
          <TextField
            label={t('letters.again.words')}
            required
            autoFocus
            maxLength={200}
            value={words}
            onChange={setWords}
            problem={tried && words.trim() === '' ? t('letters.again.wordsWanted') : null}
          />
        ) : null}
        <div className="letter-copies">
          <span>{t('letters.again.copies')}</span>
          <NumberStepper label={t('letters.again.copies')} value={copies} onChange={setCopies} min={1} max={20} />
        </div>
      </div>
      <div className="dialog-foot">
        <Button keys="Esc" onPress={onClose}>
          {t('letters.again.cancel')}
        </Button>
        <Button variant="primary" keys="F9" icon="print" onPress={run}>
          {t('letters.again.print')}
        </Button>
      </div>
    </>
  )
}
