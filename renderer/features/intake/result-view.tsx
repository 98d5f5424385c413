import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterKind } from '../../../domain/letters/letter-kind.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { useNavigation } from '../../navigation/navigation-context.ts'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { DueDates } from './due-dates.tsx'
import { useIntake } from './intake-context.ts'
import { clockPreview } from './model/preview.ts'
import type { Outcome, PrintState } from './model/session.ts'
import type { IntakeActs } from './use-intake.ts'

// The letters and their codes are only loaded where a letter is looked at.
const LetterPreview = lazy(async () => ({ default: (await import('../../letters/letter-preview.tsx')).LetterPreview }))

export interface ResultViewProps {
  readonly outcome: Outcome
  readonly acts: IntakeActs
  readonly onNext: () => void
}

const titles = {
  'service.accept': 'done.accept',
  'service.notice': 'done.notice',
  'service.refuse': 'done.refuse',
  'disclosure.register': 'done.register',
} as const satisfies Record<Outcome['act'], string>

/** The case is open: its number in a size that can be read across the counter, what is being printed, and the next client. */
export function ResultView({ outcome, acts, onNext }: ResultViewProps) {
  const { t } = useTranslation(['intake', 'terms'])
  const { form, context } = useIntake()
  const { go } = useNavigation()
  const [looked, setLooked] = useState<LetterKind | null>(null)
  // What the clerk tells the citizen across the counter.
  const startsClock = outcome.act === 'service.accept' || outcome.act === 'disclosure.register'
  const preview = clockPreview(form.matter, form.disclosure, context)
  const [first] = outcome.prints
  const openCase = () => go({ page: 'case', id: form.caseId })
  const openPreview = (letter: LetterKind | undefined) => {
    if (letter !== undefined) setLooked(letter)
  }
  const again = (letter: LetterKind) => {
    const planned = outcome.prints.find((print) => print.letter === letter)
    setLooked(null)
    if (planned !== undefined) acts.printAgain(planned)
  }
  useKeys([
    { keys: 'F4', label: t('done.preview'), run: () => openPreview(first?.letter) },
    { keys: 'Ctrl O', label: t('keys.openCase'), run: openCase },
  ])
  return (
    <section className="panel intake-result" aria-label={t(titles[outcome.act])}>
      <h1>
        <Mark name="done" /> {t(titles[outcome.act])}
      </h1>
      <p className="muted">{form.matter?.kind === 'service' ? form.matter.item.name : t('item.disclosure')}</p>
      <p className="small muted">{t('done.number')}</p>
      <p className="intake-number num" role="status">
        {outcome.caseNo}
      </p>
      {startsClock && form.matter !== null ? <DueDates kind={form.matter.kind} preview={preview} /> : null}
      <h2>{t('done.prints')}</h2>
      <ul className="intake-result-prints">
        {outcome.prints.map((print) => (
          <li key={print.letter}>
            <span>
              {t(`terms:letter.${print.letter}`)}{' '}
              <span className="muted num">{t('live.copies', { n: print.copies })}</span>
            </span>
            <span className="grow" role="status">
              {typeof print.state === 'string'
                ? stateText(t, print.state)
                : t('done.failed', { why: print.state.failed })}
            </span>
            <Button size="sm" icon="print" onPress={() => openPreview(print.letter)}>
              {t('done.preview')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button variant="primary" keys="F2" autoFocus onPress={onNext}>
          {t('done.next')}
        </Button>
        <Button keys="Ctrl O" onPress={openCase}>
          {t('done.openCase')}
        </Button>
      </div>
      {looked === null ? null : (
        <Suspense fallback={null}>
          <LetterPreview caseId={form.caseId} letter={looked} onClose={() => setLooked(null)} onPrint={again} />
        </Suspense>
      )}
    </section>
  )
}

type Translate = ReturnType<typeof useTranslation<['intake', 'terms']>>['t']

const stateText = (t: Translate, state: Extract<PrintState, string>): string => t(`done.state.${state}`)
