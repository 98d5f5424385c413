import { useTranslation } from 'react-i18next'
import type { LegalTimeState } from '../../../../domain/clock/legal-time-state.ts'
import { legalTimeLook } from '../../../ui/legal-time-badge.tsx'
import { Mark } from '../../../ui/mark.tsx'
import type { ListedCase } from './case-columns.tsx'

/** How many are over or nearly so; only said when every row is at hand. */
export function StateCounts({ listed }: { readonly listed: readonly ListedCase[] }) {
  const { t } = useTranslation('terms')
  return pressing
    .map((state) => ({ state, n: listed.filter(({ time }) => time.state === state).length }))
    .filter(({ n }) => n > 0)
    .map(({ state, n }) => (
      <span key={state} className={legalTimeLook[state].text}>
        <Mark name={legalTimeLook[state].mark} /> {t(`legalTime.${state}`)} {n}
      </span>
    ))
}

const pressing: readonly LegalTimeState[] = ['overdue_statutory', 'overdue_promised', 'due_today', 'warning', 'paused']
