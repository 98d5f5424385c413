import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { materialStates, type MaterialState } from '../../../domain/service/service-intake.ts'
import { dateWithWeekday } from '../../i18n/dates.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ChecklistCells, materialLooks } from '../../ui/checklist-table.tsx'
import { Mark } from '../../ui/mark.tsx'
import type { MaterialEdit } from '../../intake/model/material-edits.ts'
import type { MaterialFields } from '../../intake/model/form-model.ts'
import { NoteEntry, PromiseEntry } from './row-entries.tsx'
import '../../ui/segmented-radio.css'
import '../../ui/field.css'

export interface MaterialRowProps {
  readonly line: MaterialFields
  readonly at: number
  /** The row that Tab comes to. */
  readonly current: boolean
  readonly problem: string | null
  readonly question: 'promise' | 'note' | null
  readonly today: PlainDate
  /** Papers that were scanned for it. */
  readonly scans: number
  readonly onEdit: (edit: MaterialEdit) => void
  readonly onFocus: (at: number) => void
  readonly onAsk: (at: number, what: 'promise' | 'note') => void
  /** A question was answered or given up: the row takes the focus back. */
  readonly onDone: (at: number) => void
}

/** One line of the checklist. The row itself is worked by keys; what is inside answers the mouse too. Drawn again only when it changed. */
export const MaterialRow = memo(function MaterialRow(props: MaterialRowProps) {
  const { line, at, current, problem, question, onEdit, onAsk } = props
  const { t } = useTranslation(['intake', 'terms', 'ui'])
  const set = (state: MaterialState) => {
    if (state === 'tolerated') return onAsk(at, 'promise')
    onEdit({ type: 'set', at, state })
  }
  const done = () => props.onDone(at)
  return (
    <tr
      data-field={`materials.${at}`}
      data-material={line.name}
      tabIndex={current ? 0 : -1}
      aria-selected={current}
      onFocus={() => props.onFocus(at)}
      className={problem === null ? '' : 'bad'}
    >
      <ChecklistCells
        line={line}
        stepper={{ tabIndex: -1 }}
        onCount={(received) => onEdit({ type: 'count', at, received })}
        name={
          <span className="intake-material">
            <span>{line.name}</span>
            {line.parts.length === 0 ? null : (
              <Badge>{t('materials.forParts', { parts: line.parts.join(t('listMark')) })}</Badge>
            )}
            {line.tolerable ? <Badge mark="tolerated">{t('materials.tolerable')}</Badge> : null}
            {props.scans === 0 ? null : <Badge>{t('materials.scans', { n: props.scans })}</Badge>}
            {line.required ? null : <Badge>{t('materials.optional')}</Badge>}
            {line.added ? (
              <Button
                size="sm"
                variant="quiet"
                label={t('materials.remove', { name: line.name })}
                onPress={() => onEdit({ type: 'remove', at })}
              >
                <Mark name="cross" />
              </Button>
            ) : null}
          </span>
        }
        state={
          <span className="seg sm intake-state">
            {materialStates.map((state) => {
              const allowed = state !== 'tolerated' || line.tolerable
              const chosen = line.state === state
              return (
                <button
                  key={state}
                  type="button"
                  tabIndex={-1}
                  disabled={!allowed}
                  title={allowed ? undefined : t('ui:checklist.notTolerable')}
                  aria-pressed={chosen}
                  {...(chosen ? { 'data-selected': '' } : {})}
                  {...(allowed ? {} : { 'data-disabled': '' })}
                  className={materialLooks[state].tone}
                  onClick={() => set(state)}
                >
                  {chosen ? <Mark name={materialLooks[state].mark} /> : null}
                  {allowed ? t(`terms:materialState.${state}`) : t('materials.cannot')}
                </button>
              )
            })}
          </span>
        }
      />
      <td className="intake-note">
        {question === 'promise' ? (
          <PromiseEntry
            name={line.name}
            today={props.today}
            onCancel={done}
            onCommit={(promisedOn) => {
              onEdit({ type: 'tolerate', at, promisedOn })
              done()
            }}
          />
        ) : question === 'note' ? (
          <NoteEntry
            name={line.name}
            note={line.note}
            onChange={(text) => onEdit({ type: 'note', at, text })}
            onDone={done}
          />
        ) : (
          <span className="intake-note-text" onClick={() => onAsk(at, 'note')}>
            {problem === null ? null : (
              <span className="err">
                <Mark name="cross" /> {problem}
              </span>
            )}
            {line.promisedOn === null
              ? ''
              : t('materials.promised', {
                  date: dateWithWeekday(line.promisedOn),
                  n: Math.max(1, line.expected - line.received),
                })}
            {line.note}
          </span>
        )}
      </td>
    </tr>
  )
})
