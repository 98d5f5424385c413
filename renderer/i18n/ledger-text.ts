import type { LedgerEntry } from '../../domain/clock/ledger.ts'
import { ledgerOf } from '../../domain/clock/ledger.ts'
import { ledgerPhasesOf, ledgerSumsOf, type LedgerPhase } from '../../domain/clock/ledger-phases.ts'
import type { Clock } from '../../domain/clock/run-clock.ts'
import { articlesText } from './article-text.ts'
import { shortDate, shortDateWithWeekday } from './dates.ts'
import { i18n } from './setup.ts'

/** A row of the ledger in words: what, and below it why. */
export interface PhaseText {
  readonly span: string
  readonly title: string
  readonly notes: string
}

export const phaseText = (clock: Clock, phase: LedgerPhase, limit: 'statutory' | 'promised'): PhaseText => ({
  span: spanText(phase),
  title: titleOf(clock, phase, limit),
  notes: [articlesText(phase.articles), ...notesOf(clock, phase)].filter((part) => part !== '').join(stop()),
})

/** `46 个自然日 ＝ 计入 20 ＋ 暂停扣除 10 ＋ 休息日 16`. */
export const sumsText = (clock: Clock): string => {
  const sums = ledgerSumsOf(ledgerOf(clock))
  const parts = [
    sums.superseded === 0 ? '' : i18n.t('ui:ledger.sumsSuperseded', { n: sums.superseded }),
    i18n.t('ui:ledger.sumsCounted', { n: sums.counted }),
    sums.paused === 0 ? '' : i18n.t('ui:ledger.sumsPaused', { n: sums.paused }),
    sums.rest === 0 ? '' : i18n.t('ui:ledger.sumsRest', { n: sums.rest }),
  ]
  return i18n.t('ui:ledger.sums', {
    days: sums.calendarDays,
    parts: parts.filter((part) => part !== '').join(i18n.t('ui:ledger.plus')),
  })
}

/** Why this date, in one paragraph, for where the table has no room. */
export const whyText = (clock: Clock): string => {
  const entries = ledgerOf(clock)
  const articles = [...new Set(entries.flatMap((entry) => entry.articles))]
  const counting = entries.filter((entry) => entry.kind !== 'start' && entry.kind !== 'due')
  const pauses = ledgerPhasesOf(entries).filter((phase) => phase.kind === 'paused')
  return i18n.t('ui:why.sentence', {
    start: i18n.t(`ui:why.start.${clock.rules.startsOn}`),
    days: sentenceOf([
      ...pauses.map((phase) => `${spanText(phase)} ${titleOf(clock, phase, 'statutory')}`),
      ...restTexts(counting),
      ...(clock.rules.unit === 'day' ? [i18n.t('ui:why.everyDay')] : []),
    ]),
    basis: articles.length === 0 ? '' : i18n.t('ui:why.basis', { articles: articlesText(articles) }),
    calendar: clock.calendarId,
  })
}

/** What is still open about a date: null when nothing is. */
export const provisionalText = (clock: Clock): string | null =>
  clock.provisionalFrom === null ? null : i18n.t('ui:ledger.provisional', { from: clock.provisionalFrom })

const stop = () => i18n.t('ui:why.stop')

/** Nothing for nothing. */
const sentenceOf = (parts: readonly string[]): string =>
  parts.length === 0 ? '' : i18n.t('ui:why.days', { days: parts.join(stop()) })

const spanText = ({ from, to }: Pick<LedgerPhase, 'from' | 'to'>): string => {
  if (to === null) return i18n.t('ui:ledger.spanOpen', { from: shortDate(from) })
  if (to === from) return shortDateWithWeekday(from)
  return i18n.t('ui:ledger.span', { from: shortDate(from), to: shortDate(to) })
}

const titleOf = (clock: Clock, phase: LedgerPhase, limit: 'statutory' | 'promised'): string => {
  switch (phase.kind) {
    case 'start': {
      const restart = clock.facts.restarts.find(({ on }) => on === phase.from)
      return restart === undefined
        ? i18n.t(`ui:ledger.start.${clock.rules.startsOn}`)
        : i18n.t('ui:ledger.start.fresh', { reason: i18n.t(`terms:restart.${restart.reason}`) })
    }
    case 'superseded':
      return i18n.t('ui:ledger.superseded')
    case 'running':
      return i18n.t(phase.extension ? 'ui:ledger.extended' : 'ui:ledger.running')
    case 'paused':
      return i18n.t('ui:ledger.pausedFor', { reason: i18n.t(`terms:pause.${phase.pause ?? 'unspecified'}`) })
    case 'due':
      return i18n.t(limit === 'statutory' ? 'ui:ledger.dueStatutory' : 'ui:ledger.duePromised')
  }
}

const notesOf = (clock: Clock, phase: LedgerPhase): readonly string[] => {
  if (phase.kind === 'due') {
    const open = provisionalText(clock)
    return open === null ? [] : [open]
  }
  return restTexts(phase.remarks)
}

/** Holidays and make-up days one by one, ordinary weekends as a number: they are what people do not know by heart. */
const restTexts = (entries: readonly LedgerEntry[]): readonly string[] => {
  const named = entries.flatMap((entry) => {
    const span = spanText(entry)
    const { reason } = entry
    if (reason.code === 'holiday') return [i18n.t('ui:why.holiday', { name: reason.holiday, span, n: entry.days })]
    if (reason.code === 'makeup')
      return [i18n.t(entry.during === null ? 'ui:why.makeup' : 'ui:why.makeupPaused', { span })]
    return reason.code === 'last_day_off' ? [i18n.t('ui:why.lastDay', { span })] : []
  })
  const weekend = entries.reduce((sum, entry) => sum + (entry.reason.code === 'weekend' ? entry.days : 0), 0)
  return weekend === 0 ? named : [...named, i18n.t('ui:why.weekend', { n: weekend })]
}
