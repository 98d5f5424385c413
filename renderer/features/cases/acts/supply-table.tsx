import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '../../../../domain/case/refusal.ts'
import type { MaterialLine } from '../../../../domain/service/service-intake.ts'
import { fieldProblemText } from '../../../i18n/refusal-text.ts'
import { DateField } from '../../../ui/date-field.tsx'
import { NumberStepper } from '../../../ui/number-stepper.tsx'
import { SegmentedRadio } from '../../../ui/segmented-radio.tsx'
import { replaceLine, withCount, withPromise, withState } from './supply-lines.ts'
import '../../../ui/ledger-table.css'
import './supply-table.css'

export interface SupplyTableProps {
  readonly lines: readonly MaterialLine[]
  readonly onChange: (lines: readonly MaterialLine[]) => void
  /** Paths as the domain gives them: `materials.{index}.…`. */
  readonly problems: readonly FieldProblem[]
  /** The count of the first line that is missing: where the work goes on. */
  readonly firstRef: Ref<HTMLInputElement>
}

/** The checklist with what was still open marked off. */
export function SupplyTable({ lines, onChange, problems, firstRef }: SupplyTableProps) {
  const { t } = useTranslation(['cases', 'terms'])
  const first = lines.find((line) => line.state === 'missing')
  const set = (line: MaterialLine) => onChange(replaceLine(lines, line))
  const problemOf = (index: number, field: string) => {
    const found = problems.find((problem) => problem.field === `materials.${index}.${field}`)
    return found === undefined ? null : fieldProblemText(found.code)
  }
  return (
    <table className="table supply" aria-label={t('materials.table')}>
      <thead>
        <tr>
          <th className="c">{t('materials.number')}</th>
          <th>{t('materials.name')}</th>
          <th>{t('materials.form')}</th>
          <th className="c">{t('materials.expected')}</th>
          <th className="c">{t('materials.received')}</th>
          <th>{t('materials.state')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={line.n}>
            <td className="c faint">{line.n}</td>
            <td>
              {line.name}
              {line.required ? null : <span className="small muted"> {t('materials.optional')}</span>}
            </td>
            <td className="nowrap">{t(`terms:materialForm.${line.form}`)}</td>
            <td className="c num">{line.expected}</td>
            <td className="c">
              <NumberStepper
                {...(line === first ? { ref: firstRef } : {})}
                label={t('materials.receivedOf', { name: line.name })}
                value={line.received}
                onChange={(received) => set(withCount(line, received))}
                invalid={problemOf(index, 'received') !== null}
              />
            </td>
            <td>
              <SegmentedRadio
                label={t('materials.stateOf', { name: line.name })}
                hideLabel
                size="sm"
                value={line.state}
                onChange={(state) => set(withState(line, state))}
                problem={problemOf(index, 'received') ?? problemOf(index, 'state')}
                options={[
                  { value: 'collected', label: t('terms:materialState.collected'), mark: 'done' },
                  { value: 'missing', label: t('terms:materialState.missing'), mark: 'cross', tone: 'ink' },
                  {
                    value: 'tolerated',
                    label: t('terms:materialState.tolerated'),
                    mark: 'tolerated',
                    tone: 'amber',
                    disabledReason: line.tolerable ? null : t('materials.notTolerable'),
                  },
                ]}
              />
              {line.state === 'tolerated' ? (
                <DateField
                  label={t('materials.promisedOn')}
                  required
                  value={line.promisedOn}
                  onChange={(date) => set(withPromise(line, date))}
                  problem={problemOf(index, 'promisedOn')}
                />
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
