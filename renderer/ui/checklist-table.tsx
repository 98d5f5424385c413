import type { ComponentPropsWithRef, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialState } from '../../domain/service/service-intake.ts'
import { maxCount, type ChecklistLine } from './checklist-line.ts'
import type { MarkName } from './mark.tsx'
import { NumberStepper, type NumberStepperProps } from './number-stepper.tsx'
import './ledger-table.css'
import './checklist-table.css'

/** How each state looks wherever a checklist is shown; amber only because a date runs (容缺). */
export const materialLooks = {
  collected: { mark: 'done', tone: 'accent' },
  missing: { mark: 'cross', tone: 'ink' },
  tolerated: { mark: 'tolerated', tone: 'amber' },
} as const satisfies Record<MaterialState, { readonly mark: MarkName; readonly tone: string }>

export interface ChecklistTableProps {
  readonly label: string
  /** `dense`: a row is one line, has the focus as a whole and ends with a note. `roomy`: each row holds fields of its own. */
  readonly look: 'dense' | 'roomy'
  readonly className?: string
  readonly body?: ComponentPropsWithRef<'tbody'>
  /** Rows of `ChecklistCells`, in a dense table with the cell of the note behind them. */
  readonly children: ReactNode
}

const columns = ['n', 'name', 'form', 'expected', 'received', 'state'] as const
const centered: ReadonlySet<string> = new Set(['n', 'expected', 'received'])

/** The materials that an item asks for, with what came of each. */
export function ChecklistTable({ label, look, className = '', body, children }: ChecklistTableProps) {
  const { t } = useTranslation('ui')
  const dense = look === 'dense'
  const shown = dense ? ([...columns, 'note'] as const) : columns
  return (
    <table className={`table checklist ${look} ${className}`} aria-label={label} {...(dense ? { role: 'grid' } : {})}>
      {dense ? (
        <colgroup>
          {shown.map((name) => (
            <col key={name} className={`c-${name}`} />
          ))}
        </colgroup>
      ) : null}
      <thead>
        <tr>
          {shown.map((name) => (
            <th key={name} scope="col" className={!dense && centered.has(name) ? 'c' : ''}>
              {dense && name === 'n' ? t('checklist.n') : t(`checklist.head.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...body}>{children}</tbody>
    </table>
  )
}

export interface ChecklistCellsProps {
  readonly line: ChecklistLine
  readonly onCount: (received: number) => void
  readonly stepper?: Pick<NumberStepperProps, 'ref' | 'tabIndex' | 'invalid'>
  /** The name with what is said of it. */
  readonly name: ReactNode
  /** Where the state is chosen. */
  readonly state: ReactNode
}

/** The cells that every row of a checklist has. */
export function ChecklistCells({ line, onCount, stepper, name, state }: ChecklistCellsProps) {
  const { t } = useTranslation(['ui', 'terms'])
  return (
    <>
      <td className="c faint">{line.n}</td>
      <td>{name}</td>
      <td className="nowrap">{t(`terms:materialForm.${line.form}`)}</td>
      <td className="c num">{line.expected}</td>
      <td className="c">
        <NumberStepper
          {...stepper}
          label={t('checklist.receivedOf', { name: line.name })}
          value={line.received}
          max={maxCount}
          onChange={onCount}
        />
      </td>
      <td>{state}</td>
    </>
  )
}
