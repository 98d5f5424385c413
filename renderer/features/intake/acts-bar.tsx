import { useTranslation } from 'react-i18next'
import { onceOnlyNoticeDue } from '../../../domain/case/clocks.ts'
import { needsConfirmation } from '../../../domain/disclosure/receipt-date.ts'
import { gapsOf, toleratedOf } from '../../../domain/service/materials.ts'
import { dateWithWeekday } from '../../i18n/dates.ts'
import { refusalText } from '../../i18n/refusal-text.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Button } from '../../ui/button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { DateSlot } from './date-slot.tsx'
import { useIntake, type Intake } from '../../intake/intake-context.ts'
import { isContact, type ContactKind, type IntakeForm } from '../../intake/model/form-model.ts'
import { attempt, mainActOf, problemsOf } from '../../intake/model/preview.ts'
import { unanswered } from '../../intake/model/session.ts'
import type { IntakeActs } from './use-intake.ts'

export interface ActsProps {
  readonly acts: IntakeActs
  /** Opens the question for ground and explanation. */
  readonly onRefuse: () => void
  /** Opens the step that decides on the spot. */
  readonly onInstant: () => void
}

/** Does the main act, or goes to what is wanting for it. */
const useMainAct = ({ acts, onInstant }: Pick<ActsProps, 'acts' | 'onInstant'>) => {
  const { form, context } = useIntake()
  const act = mainActOf(form)
  const run = () => {
    if (act === null) return
    if (act !== 'service.instant') return acts.perform(act)
    // Whatever keeps it from being accepted is told first, at its field.
    if (attempt(form, 'service.accept', context).ok) onInstant()
    else acts.perform('service.accept')
  }
  return { act, run }
}

/** The keys of the acts; rendered before everything else of the page, so that they stand first in the status line. */
export function ActKeys({ acts, onRefuse, onInstant }: ActsProps) {
  const { t } = useTranslation('intake')
  const { form } = useIntake()
  const { act, run } = useMainAct({ acts, onInstant })
  useKeys([
    { keys: 'F9', label: t('keys.main'), run, enabled: act !== null },
    { keys: 'F7', label: t('keys.refuse'), run: onRefuse, enabled: form.matter?.kind === 'service' },
    { keys: 'Ctrl S', label: t('keys.save'), run: acts.saveNow },
  ])
  return null
}

/** What can be done now. F9 is what the law and the checklist call for; what is not allowed stays, with its reason. */
export function ActsBar({ acts, onRefuse, onInstant }: ActsProps) {
  const { t } = useTranslation('intake')
  const intake = useIntake()
  const { session, form, context, edit } = intake
  const { act, run } = useMainAct({ acts, onInstant })
  const busy = session.phase === 'performing'
  if (act === null) return null
  /** Only the other of the two is ever out of reach here; field problems are shown when the act is tried. */
  const reasonAgainst = (kind: 'service.accept' | 'service.notice'): string | null => {
    if (kind === act) return null
    const tried = attempt(form, kind, context)
    if (tried.ok) return null
    return tried.error.code === 'invalid_fields' ? verdictOf(t, intake).title : refusalText(tried.error)
  }
  const verdict = verdictOf(t, intake)
  return (
    <section className="panel intake-acts" aria-label={t('acts.label')}>
      <div className="intake-verdict" role="status">
        <b>
          {verdict.open ? <Mark name="cross" /> : <Mark name="done" />} {verdict.title}
        </b>
        <br />
        <span className="muted">{verdict.note}</span>
      </div>
      {act === 'service.notice' || (act === 'bundle.open' && gapsOf(form.materials).length > 0) ? (
        <div className="intake-correct-by">
          <DateSlot
            name="correctBy"
            span={12}
            label={t('acts.correctBy')}
            value={form.correctBy}
            onChange={(text) => edit({ type: 'correctBy', text })}
            side="after"
          />
        </div>
      ) : null}
      <Button keys="Ctrl S" onPress={acts.saveNow}>
        {t('acts.save')}
      </Button>
      {form.matter?.kind === 'service' ? (
        <>
          <Button keys="F7" onPress={onRefuse}>
            {t('acts.refuse')}
          </Button>
          {act === 'service.instant' ? (
            <Button busy={busy} onPress={() => acts.perform('service.accept')}>
              {t('acts.accept')}
            </Button>
          ) : act === 'service.accept' ? (
            <Button disabledReason={reasonAgainst('service.notice')}>{t('acts.notice')}</Button>
          ) : (
            <Button disabledReason={reasonAgainst('service.accept')}>{t('acts.accept')}</Button>
          )}
        </>
      ) : null}
      <span data-field="acts">
        <Button variant="primary" keys="F9" busy={busy} onPress={run}>
          {busy
            ? t('acts.performing')
            : t(
                act === 'consultation.answer_at_once' && form.contact.written && !form.contact.anonymous
                  ? 'acts.reply'
                  : labels[act],
              )}
        </Button>
      </span>
    </section>
  )
}

const labels = {
  'service.accept': 'acts.accept',
  'service.notice': 'acts.notice',
  'service.instant': 'acts.instant',
  'disclosure.register': 'acts.register',
  'consultation.register': 'acts.register',
  'consultation.answer_at_once': 'acts.answer',
  'complaint.register': 'acts.register',
  'bundle.open': 'acts.bundle',
} as const satisfies Record<NonNullable<ReturnType<typeof mainActOf>>, string>

interface Verdict {
  readonly title: string
  readonly note: string
  /** Something is still open. */
  readonly open: boolean
}

type Translate = ReturnType<typeof useTranslation<'intake'>>['t']

/** Where the intake stands, in one sentence, and what follows from it. */
const verdictOf = (t: Translate, { session, form, context }: Intake): Verdict => {
  const { refusal } = session
  if (refusal !== null && refusal.code !== 'invalid_fields')
    return { title: refusalText(refusal), note: '', open: true }
  const similar = unanswered(session).length
  if (session.asked && similar > 0)
    return { title: t('similar.ask', { n: similar }), note: t('similar.askNote'), open: true }
  const problems = problemsOf(form, context)
  if (session.tried && problems.length > 0)
    return { title: t('verdict.problems', { n: problems.length }), note: t('verdict.problemsNote'), open: true }
  if (form.matter?.kind === 'disclosure') {
    const waiting = needsConfirmation(form.disclosure.channel) && form.disclosure.confirmedOn.trim() === ''
    return {
      title: t('verdict.registerTitle'),
      note: t(waiting ? 'verdict.registerWaiting' : 'verdict.register'),
      open: false,
    }
  }
  if (isContact(form.matter)) return contactVerdict(t, form.matter.kind, form.contact)
  const gaps = gapsOf(form.materials).length
  if (form.matter?.kind === 'bundle') {
    if (form.bundle.parts.length < 2) return { title: t('bundle.two'), note: '', open: true }
    return gaps === 0
      ? { title: t('verdict.bundle'), note: t('verdict.bundleNote'), open: false }
      : { title: t('verdict.bundleGaps', { n: gaps }), note: t('verdict.bundleGapsNote'), open: true }
  }
  if (gaps > 0) {
    const due = dateWithWeekday(onceOnlyNoticeDue(session.today, context.calendar))
    return { title: t('verdict.gaps', { n: gaps }), note: t('verdict.gapsNote', { date: due }), open: true }
  }
  if (mainActOf(form) === 'service.instant')
    return { title: t('verdict.instant'), note: t('verdict.instantNote'), open: false }
  if (form.materials.length === 0) return { title: t('verdict.noList'), note: t('verdict.noListNote'), open: false }
  const tolerated = toleratedOf(form.materials).length
  return tolerated === 0
    ? { title: t('verdict.complete'), note: t('verdict.completeNote'), open: false }
    : { title: t('verdict.tolerated', { n: tolerated }), note: t('verdict.toleratedNote'), open: false }
}

const contactVerdict = (t: Translate, kind: ContactKind, contact: IntakeForm['contact']): Verdict => {
  if (kind === 'complaint') return { title: t('verdict.registerTitle'), note: t('verdict.complaint'), open: false }
  if (contact.answer.trim() === '')
    return { title: t('verdict.registerTitle'), note: t('verdict.consultation'), open: false }
  return contact.written && !contact.anonymous
    ? { title: t('verdict.replyTitle'), note: t('verdict.reply'), open: false }
    : { title: t('verdict.answerTitle'), note: t('verdict.answer'), open: false }
}
