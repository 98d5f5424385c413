import { useTranslation } from 'react-i18next'
import type { LegalTimeState } from '../../domain/clock/legal-time-state.ts'
import { Badge, type BadgeTone } from './badge.tsx'
import type { MarkName } from './mark.tsx'

/** Shape and colour of each legal time state; nothing else wears them. */
export const legalTimeLook: Record<
  LegalTimeState,
  { readonly tone: BadgeTone; readonly mark: MarkName; readonly text: string }
> = {
  overdue_statutory: { tone: 'red', mark: 'octagon', text: 't-red' },
  overdue_promised: { tone: 'amber', mark: 'triangle', text: 't-amber' },
  due_today: { tone: 'amber', mark: 'half', text: 't-amber' },
  warning: { tone: 'amber', mark: 'half', text: 't-amber' },
  within: { tone: 'green', mark: 'ring', text: '' },
  paused: { tone: 'pause', mark: 'bars', text: 't-pause' },
  not_started: { tone: 'pause', mark: 'dash', text: 't-pause' },
  done: { tone: 'plain', mark: 'done', text: '' },
}

export function LegalTimeBadge({ state }: { readonly state: LegalTimeState }) {
  const { t } = useTranslation('terms')
  const { tone, mark } = legalTimeLook[state]
  return (
    <Badge tone={tone} mark={mark}>
      {t(`legalTime.${state}`)}
    </Badge>
  )
}
