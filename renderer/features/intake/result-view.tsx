import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dateWithWeekday } from '../../i18n/dates.ts'
import { letterSeries } from '../../../domain/letters/letter-kind.ts'
import { gapsOf } from '../../../domain/service/materials.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { useNavigation } from '../../navigation/navigation-context.ts'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { DueDates } from './due-dates.tsx'
import { useIntake } from '../../intake/intake-context.ts'
import { matterName } from '../../intake/matter-name.ts'
import type { IntakeForm } from '../../intake/model/form-model.ts'
import { clockPreview } from '../../intake/model/preview.ts'
import type { PlannedLetter } from '../../intake/model/print-plan.ts'
import type { Outcome, PrintState } from '../../intake/model/session.ts'
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
  'service.instant': 'done.instant',
  'service.submit': 'done.register',
  'disclosure.register': 'done.register',
  'consultation.register': 'done.register',
  'consultation.answer_at_once': 'done.answered',
  'complaint.register': 'done.register',
  'bundle.open': 'done.bundle',
} as const satisfies Record<Outcome['act'], string>

/** A letter with a number is looked at and printed again on the page of its case. */
const isPreviewed = ({ letter }: PlannedLetter): boolean => letterSeries[letter] === null

/** With a gap somewhere the time of the whole has not begun. */
const isWholeBundle = (act: Outcome['act'], { materials }: IntakeForm): boolean =>
  act === 'bundle.open' && gapsOf(materials).length === 0

/** What comes next, where the window has no more to do. */
const followUps: Readonly<Partial<Record<Outcome['act'], 'done.follows.consultation' | 'done.follows.complaint'>>> = {
  'consultation.register': 'done.follows.consultation',
  'complaint.register': 'done.follows.complaint',
}

/** The case is open: its number in a size that can be read across the counter, what is being printed, and the next client. */
export function ResultView({ outcome, acts, onNext }: ResultViewProps) {
  const { t } = useTranslation(['intake', 'terms'])
  const { form, context, papers } = useIntake()
  const { go } = useNavigation()
  const [looked, setLooked] = useState<PlannedLetter | null>(null)
  // What the clerk tells the citizen across the counter.
  const startsClock =
    outcome.act === 'service.accept' || isWholeBundle(outcome.act, form) || outcome.act === 'disclosure.register'
  const preview = clockPreview(form.matter, form.disclosure, form, context)
  const first = outcome.prints.find(isPreviewed)
  const offered = outcome.prints.find(({ state }) => state === 'offered')
  const printOffered = () => {
    if (offered !== undefined) acts.printAgain(offered)
  }
  const follows = followUps[outcome.act]
  const openCase = () => go({ page: 'case', id: form.caseId })
  const openPreview = (letter: PlannedLetter | undefined) => {
    if (letter !== undefined) setLooked(letter)
  }
  const again = (planned: PlannedLetter) => {
    setLooked(null)
    acts.printAgain(planned)
  }
  useKeys([
    {
      keys: 'F4',
      label: t('done.preview'),
      run: () => openPreview(first),
      enabled: first !== undefined,
    },
    { keys: 'F6', label: t('done.printOffered'), run: printOffered, enabled: offered !== undefined },
    { keys: 'Ctrl O', label: t('keys.openCase'), run: openCase },
  ])
  return (
    <section className="panel intake-result" aria-label={t(titles[outcome.act])}>
      <h1>
        <Mark name="done" /> {t(titles[outcome.act])}
      </h1>
      <p className="muted">{form.matter === null ? null : matterName(form.matter)}</p>
      <p className="small muted">{t('done.number')}</p>
      <p className="intake-number num" role="status">
        {outcome.caseNo}
      </p>
      {startsClock && form.matter !== null ? <DueDates kind={form.matter.kind} preview={preview} /> : null}
      {outcome.due === null ? null : (
        <p className="intake-told num">{t('done.due', { date: dateWithWeekday(outcome.due) })}</p>
      )}
      {papers.list.length === 0 ? null : <p className="muted">{t('done.papers', { n: papers.list.length })}</p>}
      {follows === undefined ? null : <p className="muted">{t(follows)}</p>}
      {outcome.prints.length === 0 ? null : <h2>{t('done.prints')}</h2>}
      <ul className="intake-result-prints">
        {outcome.prints.map((print) => (
          <li key={`${print.letter} ${print.of?.caseId ?? ''}`}>
            <span>
              {t(`terms:letter.${print.letter}`)} {print.of === undefined ? null : <b>{print.of.name} </b>}
              <span className="muted num">{t('live.copies', { n: print.copies })}</span>
            </span>
            <span className="grow" role="status">
              {typeof print.state === 'string'
                ? stateText(t, print.state)
                : t('done.failed', { why: print.state.failed })}
            </span>
            {print === offered ? (
              <Button size="sm" keys="F6" onPress={printOffered}>
                {t('done.printOffered')}
              </Button>
            ) : null}
            {isPreviewed(print) ? (
              <Button size="sm" icon="print" onPress={() => openPreview(print)}>
                {t('done.preview')}
              </Button>
            ) : null}
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
          <LetterPreview
            caseId={looked.of?.caseId ?? form.caseId}
            letter={looked.letter}
            onClose={() => setLooked(null)}
            onPrint={() => again(looked)}
          />
        </Suspense>
      )}
    </section>
  )
}

type Translate = ReturnType<typeof useTranslation<['intake', 'terms']>>['t']

const stateText = (t: Translate, state: Extract<PrintState, string>): string => t(`done.state.${state}`)
