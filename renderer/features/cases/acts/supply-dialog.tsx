import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { workCalendar } from '../../../work-calendar.ts'
import { serviceClocks } from '../../../../domain/case/clocks.ts'
import type { ServiceCase } from '../../../../domain/service/service-state.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { gapsOf } from '../../../../domain/service/materials.ts'
import type { MaterialLine } from '../../../../domain/service/service-intake.ts'
import { validateMaterials } from '../../../../domain/service/validate-intake.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { fieldProblemText } from '../../../i18n/refusal-text.ts'
import { useKeys } from '../../../keyboard/keyboard-context.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { allCollected } from '../../../ui/checklist-line.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { useToast } from '../../../ui/toast-store.ts'
import { EffectOnTime } from './effect-on-time.tsx'
import { SupplyTable } from './supply-table.tsx'
import { useAct } from './use-act.ts'

export interface SupplyDialogProps {
  readonly state: ServiceCase
  readonly today: PlainDate
  readonly open: boolean
  readonly onClose: () => void
  /** The checklist as it is being marked off; kept by the page, so that closing loses nothing. */
  readonly lines: readonly MaterialLine[]
  readonly onLinesChange: (lines: readonly MaterialLine[]) => void
  readonly onDone: () => void
}

/** 补齐并受理: everything that was missing is there, so the application must be accepted (行政许可法 art. 32(1)(5)). */
export function SupplyDialog(props: SupplyDialogProps) {
  const { t } = useTranslation('cases')
  return (
    <Dialog
      wide
      open={props.open}
      onClose={props.onClose}
      title={`${t('acts.supply')} · ${props.state.intake.item.name}`}
    >
      <SupplyForm {...props} />
    </Dialog>
  )
}

function SupplyForm({ state, today, onClose, lines, onLinesChange, onDone }: SupplyDialogProps) {
  const { t } = useTranslation('cases')
  const toast = useToast()
  const clocks = serviceClocks(state.intake.item, today, workCalendar())
  const { perform, busy, failure } = useAct(state, () => {
    const [limit, clock] =
      clocks.promised === null ? (['statutory', clocks.statutory] as const) : (['promised', clocks.promised] as const)
    const due = clock?.due ?? null
    const text =
      due === null
        ? t('acts.acceptedNoLimit')
        : t('acts.accepted', { limit: t(`ledger.${limit}`), date: dateWithWeekday(due) })
    toast({ kind: 'done', text })
    onDone()
  })
  const gaps = gapsOf(lines).length
  const problems = validateMaterials(lines, 'materials', today)
  const [problem] = problems
  const reason = gaps > 0 ? t('acts.still', { n: gaps }) : problem === undefined ? null : fieldProblemText(problem.code)
  const accept = () => (reason === null ? perform({ kind: 'service.supply', materials: lines }) : undefined)
  const collect = () => onLinesChange(allCollected(lines))
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  useKeys([
    { keys: 'F9', label: t('acts.accept'), run: accept },
    { keys: 'Ctrl Enter', label: t('acts.allCollected'), run: collect },
  ])
  return (
    <>
      {failure === null ? null : (
        <Banner tone="problem" title={t('acts.failed')} code={failure.code}>
          {failure.text}
        </Banner>
      )}
      <div className="row">
        <span className="grow small muted">{t('acts.keepsInput')}</span>
        <Button size="sm" keys="Ctrl Enter" onPress={collect}>
          {t('acts.allCollected')}
        </Button>
      </div>
      <div className="supply-scroll">
        <SupplyTable lines={lines} onChange={onLinesChange} problems={problems} firstRef={first} />
      </div>
      <h3 className="dialog-sub">{t('acts.effect')}</h3>
      <EffectOnTime clocks={clocks} today={today} />
      <div className="dialog-foot">
        <Button onPress={onClose} keys="Esc">
          {t('acts.cancel')}
        </Button>
        <Button variant="primary" keys="F9" busy={busy} disabledReason={reason} onPress={accept}>
          {t('acts.accept')}
        </Button>
      </div>
    </>
  )
}
