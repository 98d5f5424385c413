import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '../../../../domain/case/refusal.ts'
import { materialStates, type MaterialLine } from '../../../../domain/service/service-intake.ts'
import { fieldProblemText } from '../../../i18n/refusal-text.ts'
import { counted } from '../../../ui/checklist-line.ts'
import { ChecklistCells, ChecklistTable, materialLooks } from '../../../ui/checklist-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { SegmentedRadio } from '../../../ui/segmented-radio.tsx'
import { replaceLine, withPromise, withState } from './supply-lines.ts'
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
  const { t } = useTranslation(['cases', 'terms', 'ui'])
  const first = lines.find((line) => line.state === 'missing')
  const set = (line: MaterialLine) => onChange(replaceLine(lines, line))
  const problemOf = (index: number, field: string) => {
    const found = problems.find((problem) => problem.field === `materials.${index}.${field}`)
    return found === undefined ? null : fieldProblemText(found.code)
  }
  return (
    <ChecklistTable label={t('materials.table')} look="roomy" className="supply">
      {lines.map((line, index) => (
        <tr key={line.n}>
          <ChecklistCells
            line={line}
            stepper={{
              invalid: problemOf(index, 'received') !== null,
              ...(line === first ? { ref: firstRef } : {}),
            }}
            onCount={(received) => set(counted(line, received))}
            name={
              <>
                {line.name}
                {line.required ? null : <span className="small muted"> {t('materials.optional')}</span>}
              </>
            }
            state={
              <>
                <SegmentedRadio
                  label={t('materials.stateOf', { name: line.name })}
                  hideLabel
                  size="sm"
                  value={line.state}
                  onChange={(state) => set(withState(line, state))}
                  problem={problemOf(index, 'received') ?? problemOf(index, 'state')}
                  options={materialStates.map((state) => ({
                    value: state,
                    label: t(`terms:materialState.${state}`),
                    ...materialLooks[state],
                    disabledReason: state === 'tolerated' && !line.tolerable ? t('ui:checklist.notTolerable') : null,
                  }))}
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
              </>
            }
          />
        </tr>
      ))}
    </ChecklistTable>
  )
}
