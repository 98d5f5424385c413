import type { KeyboardEvent } from 'react'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gapsOf } from '../../../domain/service/materials.ts'
import type { MaterialState } from '../../../domain/service/service-intake.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ChecklistTable, materialLooks } from '../../ui/checklist-table.tsx'
import { moveActive } from '../../ui/move-active.ts'
import { Panel } from '../../ui/panel.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useIntake } from '../../intake/intake-context.ts'
import { MaterialRow } from './material-row.tsx'
import type { MaterialEdit } from '../../intake/model/material-edits.ts'

/** What a row is being asked for: the date of a promise, or a note. */
export type RowQuestion = { readonly at: number; readonly what: 'promise' | 'note' } | null

/**
 * The checklist. One row has the focus: ↑ ↓ move, Space cycles, + − count, Enter writes a note, Ins adds a line, Del takes an added one off. A tolerated
 * material asks for its date first.
 */
export function MaterialsPanel() {
  const { t } = useTranslation(['intake', 'terms'])
  const { session, form, edit, problemOf, focusField, papers } = useIntake()
  const { materials } = form
  const [active, setActive] = useState(0)
  const [question, setQuestion] = useState<RowQuestion>(null)
  const [adding, setAdding] = useState<string | null>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const at = Math.max(0, Math.min(active, materials.length - 1))
  const [inTable, setInTable] = useState(false)
  /** For a row that is on the screen; at once, so that the next key finds it. */
  const focusRow = useCallback((row: number) => {
    setActive(row)
    body.current?.rows[row]?.focus()
  }, [])
  const editLines = useCallback((change: MaterialEdit) => edit({ type: 'material', edit: change }), [edit])
  const ask = useCallback((row: number, what: 'promise' | 'note') => setQuestion({ at: row, what }), [])
  const endQuestion = useCallback(
    (row: number) => {
      setQuestion(null)
      focusRow(row)
    },
    [focusRow],
  )

  const collectAll = () => {
    editLines({ type: 'collectAll' })
    focusField('acts')
  }
  const cycle = (row: number) => {
    const line = materials[row]
    if (line?.state === 'collected' && line.tolerable) setQuestion({ at: row, what: 'promise' })
    else editLines({ type: 'cycle', at: row })
  }
  const add = () => {
    if (adding === null || adding.trim() === '') return
    editLines({ type: 'add', name: adding })
    setAdding(null)
    setActive(materials.length)
    focusField(`materials.${materials.length}`)
  }
  const count = (row: number, step: number) => {
    const line = materials[row]
    if (line !== undefined) editLines({ type: 'count', at: row, received: line.received + step })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    // Keys typed into a field of the row are the field's.
    if (!(event.target instanceof HTMLTableRowElement) || event.ctrlKey || event.altKey) return
    // The row that has the focus, which a quick hand moves faster than the screen is drawn.
    const row = event.target.sectionRowIndex
    const next = moveActive(event.key, row, materials.length)
    if (next !== null) focusRow(next)
    else if (event.key === ' ') cycle(row)
    else if (event.key === '+' || event.key === '=') count(row, 1)
    else if (event.key === '-' || event.key === '_') count(row, -1)
    else if (event.key === 'Enter') setQuestion({ at: row, what: 'note' })
    else if (event.key === 'Delete' && materials[row]?.added === true) {
      focusRow(Math.max(0, row - 1))
      editLines({ type: 'remove', at: row })
    } else return
    event.preventDefault()
  }
  useKeys([
    { keys: 'Ctrl Enter', label: t('keys.all'), run: collectAll, enabled: gapsOf(materials).length > 0 },
    { keys: 'Alt M', run: () => (materials.length === 0 ? setAdding('') : focusRow(at)) },
    { keys: 'Insert', run: () => setAdding('') },
    // Worked by the row itself; listed here while one has the focus.
    { keys: 'Space', shown: t('keys.space'), label: t('keys.cycle'), run: () => undefined, enabled: inTable },
    { keys: '+', shown: '+ −', label: t('keys.count'), run: () => undefined, enabled: inTable },
  ])

  const countOf = (state: MaterialState) => materials.filter((line) => line.state === state).length
  return (
    <Panel
      title={t('materials.title')}
      padded={false}
      className="intake-materials"
      note={
        <span className="row">
          {t('materials.count', { n: materials.length })}
          {(['collected', 'tolerated', 'missing'] as const).map((state) =>
            countOf(state) === 0 ? null : (
              <Badge key={state} {...materialLooks[state]}>
                {t(`materials.${state}`, { n: countOf(state) })}
              </Badge>
            ),
          )}
        </span>
      }
      actions={
        <>
          <Button size="sm" keys="Ins" onPress={() => setAdding('')}>
            {t('materials.add')}
          </Button>
          <Button size="sm" keys="Ctrl ↵" onPress={collectAll}>
            {t('materials.all')}
          </Button>
        </>
      }
    >
      {adding === null ? null : (
        <div
          className="intake-add"
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
            event.preventDefault()
            event.stopPropagation()
            if (event.key === 'Enter') return add()
            setAdding(null)
            focusField(materials.length === 0 ? 'acts' : `materials.${at}`)
          }}
        >
          <TextField
            label={t('materials.addLabel')}
            hint={t('materials.addHint')}
            value={adding}
            onChange={setAdding}
            maxLength={500}
            autoFocus
          />
        </div>
      )}
      {materials.length === 0 ? (
        <p className="intake-none muted">{t('materials.empty')}</p>
      ) : (
        <div className="intake-table">
          <ChecklistTable
            label={t('materials.title')}
            look="dense"
            body={{
              ref: body,
              onKeyDown,
              onFocus: (event) => setInTable(event.target instanceof HTMLTableRowElement),
              onBlur: () => setInTable(false),
            }}
          >
            {materials.map((line, row) => (
              <MaterialRow
                key={line.n}
                line={line}
                at={row}
                current={row === at}
                problem={problemOf(`materials.${row}`)}
                question={question?.at === row ? question.what : null}
                today={session.today}
                scans={papers.list.filter(({ material }) => material === line.name).length}
                onEdit={editLines}
                onFocus={setActive}
                onAsk={ask}
                onDone={endQuestion}
              />
            ))}
          </ChecklistTable>
        </div>
      )}
    </Panel>
  )
}
