import { useTranslation } from 'react-i18next'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import { caseClocks } from '../../../../domain/case/clocks.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { workCalendar } from '../../../work-calendar.ts'

export interface ActEffectProps {
  readonly before: CaseState
  readonly after: CaseState
}

/** What an act will bring about: the state it leads to, the letters it owes, and where the limits move. */
export function ActEffect({ before, after }: ActEffectProps) {
  const { t } = useTranslation(['cases', 'terms'])
  const calendar = workCalendar()
  const [from, to] = [caseClocks(before, calendar), caseClocks(after, calendar)]
  const letters = after.documents.slice(before.documents.length)
  const limits = (['statutory', 'promised'] as const).flatMap((limit) => {
    const [was, is] = [from[limit]?.due ?? null, to[limit]?.due ?? null]
    return is === null || was === is ? [] : [{ limit, was, is }]
  })
  return (
    <div className="act-effect" role="status">
      {after.status === before.status ? null : (
        <span>{t('acts.form.status', { status: t(`terms:status.${after.status}`) })}</span>
      )}
      {letters.map(({ n, letter }) => (
        <span key={n}>{t('acts.owes', { letter: t(`terms:letter.${letter}`) })}</span>
      ))}
      {limits.map(({ limit, was, is }) => (
        <b key={limit} className="num">
          {was === null
            ? t('acts.form.due', { limit: t(`ledger.${limit}`), date: dateWithWeekday(is) })
            : t('acts.form.dueMoved', {
                limit: t(`ledger.${limit}`),
                from: dateWithWeekday(was),
                to: dateWithWeekday(is),
              })}
        </b>
      ))}
      {hasOpenPause(before) || !hasOpenPause(after) ? null : <b>{t('acts.form.paused')}</b>}
    </div>
  )
}

const hasOpenPause = ({ clockFacts }: CaseState): boolean =>
  clockFacts.some((fact) => fact.kind === 'pause' && fact.to === null && !fact.undone)
