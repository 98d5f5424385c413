import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as uuidv7 } from 'uuid'
import type { ListView, ViewContent } from '../../../../contract/queries/case-library.ts'
import { useKeys } from '../../../keyboard/keyboard-context.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useFilterWords } from './filter-words.ts'
import { useViews } from './use-views.ts'

export interface ViewsDialogProps {
  /** The list as it stands, to be kept. */
  readonly content: ViewContent
  readonly onRecall: (content: ViewContent) => void
  readonly onClose: () => void
}

/** Lists that this person has kept under a name. */
export function ViewsDialog(props: ViewsDialogProps) {
  const { t } = useTranslation('cases')
  return (
    <Dialog wide open onClose={props.onClose} title={t('list.views.title')}>
      <Views {...props} />
    </Dialog>
  )
}

function Views(props: ViewsDialogProps) {
  const { t } = useTranslation('cases')
  const { views, problem, ...acts } = useViews()
  return (
    <>
      {problem === null ? null : (
        <Banner tone="problem" title={t('list.views.failed')} code={problem.code}>
          {problem.text}
        </Banner>
      )}
      {/* Only when they are there it is known where the focus belongs. */}
      {views === undefined ? null : <Kept {...props} {...acts} views={views} />}
    </>
  )
}

interface KeptProps extends ViewsDialogProps, Omit<ReturnType<typeof useViews>, 'views' | 'problem'> {
  readonly views: readonly ListView[]
}

function Kept({ content, onRecall, onClose, views, keep, rename, remove }: KeptProps) {
  const { t } = useTranslation('cases')
  const words = useFilterWords()
  const [name, setName] = useState('')
  const [renaming, setRenaming] = useState<string | null>(null)
  /** The view that takes the focus when its line comes. */
  const [begin, setBegin] = useState(views[0]?.id ?? null)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const endRenaming = (id: string) => {
    setBegin(id)
    setRenaming(null)
  }
  const save = () => {
    if (name.trim() === '') return field.current?.focus()
    void keep({ id: uuidv7(), name: name.trim(), content }).then((kept) => (kept ? setName('') : undefined))
  }
  useKeys([{ keys: 'F9', label: t('list.views.save'), run: save }])
  return (
    <>
      {views.length === 0 ? <p className="muted">{t('list.views.none')}</p> : null}
      <ul className="lib-views" aria-label={t('list.views.title')}>
        {views.map((view) =>
          renaming === view.id ? (
            <li key={view.id}>
              <Rename
                view={view}
                onDone={(next) => {
                  if (next === null) return endRenaming(view.id)
                  void rename(view.id, next).then((done) => (done ? endRenaming(view.id) : undefined))
                }}
              />
            </li>
          ) : (
            <li key={view.id}>
              <Button autoFocus={view.id === begin} onPress={() => onRecall(view.content)}>
                {view.name}
              </Button>
              <span className="muted small">
                {words({ list: view.content.list, searched: false, columns: view.content.columns ?? [] })}
              </span>
              <Button size="sm" variant="quiet" label={view.name} onPress={() => setRenaming(view.id)}>
                {t('list.views.rename')}
              </Button>
              <Button
                size="sm"
                variant="quiet"
                label={view.name}
                onPress={() => {
                  // The line goes, and the focus with it.
                  field.current?.focus()
                  void remove(view.id)
                }}
              >
                {t('list.views.remove')}
              </Button>
            </li>
          ),
        )}
      </ul>
      <TextField
        ref={field}
        label={t('list.views.name')}
        hint={t('list.views.hint', { filter: words({ list: content.list, searched: false, columns: [] }) })}
        value={name}
        onChange={setName}
        maxLength={40}
        autoFocus={begin === null}
      />
      <div className="dialog-foot">
        <Button onPress={onClose} keys="Esc">
          {t('list.views.close')}
        </Button>
        <Button variant="primary" keys="F9" onPress={save}>
          {t('list.views.save')}
        </Button>
      </div>
    </>
  )
}

interface RenameProps {
  readonly view: ListView
  /** Null = left as it was. */
  readonly onDone: (name: string | null) => void
}

function Rename({ view, onDone }: RenameProps) {
  const { t } = useTranslation('cases')
  const [name, setName] = useState(view.name)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => field.current?.select(), [])
  return (
    <TextField
      ref={field}
      label={t('list.views.renameOf', view)}
      value={name}
      onChange={setName}
      maxLength={40}
      autoFocus
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Escape') onDone(null)
        else if (name.trim() !== '') onDone(name.trim())
      }}
    />
  )
}
