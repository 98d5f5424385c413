import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseColumnId } from '../../../../contract/queries/case-library.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import '../../../ui/checkbox.css'
import { alwaysShown, inOrder, moved, toggled, usualColumns } from './usual-columns.ts'

export interface ColumnsDialogProps {
  readonly columns: readonly CaseColumnId[]
  readonly isUsual: boolean
  readonly onChange: (columns: readonly CaseColumnId[] | null) => void
  readonly onClose: () => void
}

/** Which columns the list has, and in which order; every change is seen behind it at once. */
export function ColumnsDialog({ columns, isUsual, onChange, onClose }: ColumnsDialogProps) {
  const { t } = useTranslation('cases')
  const list = useRef<HTMLUListElement>(null)
  const held = useRef<CaseColumnId | null>(null)
  const all = inOrder(columns)
  const focus = (id: CaseColumnId | undefined) =>
    list.current?.querySelector<HTMLInputElement>(`input[name="${id ?? ''}"]`)?.focus()
  const move = (id: CaseColumnId, by: -1 | 1) => {
    held.current = id
    onChange(moved(columns, id, by))
  }
  // What was moved keeps the focus in its new place.
  useEffect(() => {
    if (held.current !== null) focus(held.current)
    held.current = null
  }, [columns])
  const onKeyDown = (event: KeyboardEvent, id: CaseColumnId) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
    if (by === null || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    if (event.altKey) move(id, by)
    else focus(all[all.indexOf(id) + by])
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('list.columnsOf.title')}
      footer={
        <>
          {isUsual ? null : (
            <Button
              onPress={() => {
                // The button goes, and would take the focus and with it the next Esc.
                focus(usualColumns[0])
                onChange(null)
              }}
            >
              {t('list.columnsOf.usual')}
            </Button>
          )}
          <Button variant="primary" keys="Esc" onPress={onClose}>
            {t('list.columnsOf.close')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('list.columnsOf.how')}</p>
      <ul className="lib-columns" ref={list}>
        {all.map((id, at) => {
          const shown = columns.includes(id)
          const name = t(`list.columns.${id}`)
          return (
            <li key={id}>
              <label className="check">
                <input
                  type="checkbox"
                  name={id}
                  checked={shown}
                  aria-disabled={alwaysShown.includes(id)}
                  aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                  autoFocus={at === 0}
                  onChange={() => onChange(toggled(columns, id))}
                  onKeyDown={(event) => onKeyDown(event, id)}
                />
                <span className="check-box" aria-hidden="true">
                  <Icon name="check" />
                </span>
                <span>{name}</span>
              </label>
              {shown ? (
                <>
                  <Step label={t('list.columnsOf.left', { name })} icon="up" onPress={() => move(id, -1)} />
                  <Step label={t('list.columnsOf.right', { name })} icon="down" onPress={() => move(id, 1)} />
                </>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

interface StepProps {
  readonly label: string
  readonly icon: 'up' | 'down'
  readonly onPress: () => void
}

/** For the mouse; the keyboard moves the line itself. */
function Step({ label, icon, onPress }: StepProps) {
  return (
    <button type="button" className="lib-step" tabIndex={-1} aria-label={label} title={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  )
}
