import { useTranslation } from 'react-i18next'
import type { CatalogueBoard } from '../../../contract/queries/catalogue.ts'
import { grouped } from '../../i18n/counts.ts'
import type { useSaveFile } from '../../ipc/use-save-file.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'

export interface CatalogueHeadProps {
  readonly board: CatalogueBoard | null
  readonly busy: boolean
  readonly mayDraft: boolean
  readonly saving: ReturnType<typeof useSaveFile>
  readonly onNew: () => void
  readonly onImport: () => void
  readonly onSave: () => void
  readonly onRefresh: () => void
}

/** How much there is, what stood still, and what can be done with the whole. */
export function CatalogueHead({
  board,
  busy,
  mayDraft,
  saving,
  onNew,
  onImport,
  onSave,
  onRefresh,
}: CatalogueHeadProps) {
  const { t } = useTranslation('catalogue')
  const top = board?.columns.filter(({ level }) => level === 0) ?? []
  const sum = (of: (column: (typeof top)[number]) => number) => grouped(top.reduce((all, each) => all + of(each), 0))
  const stale = board?.columns.filter((column) => column.stale).length ?? 0
  return (
    <header className="bd-head">
      <h1>{t('title')}</h1>
      {board === null ? null : (
        <span className="small muted">
          {t('summary', { entries: sum(({ entries }) => entries), published: sum(({ published }) => published) })}
        </span>
      )}
      {stale === 0 ? null : <b className="small">{t('stale', { n: stale })}</b>}
      <span className="grow" />
      {mayDraft ? (
        <>
          <Button size="sm" icon="plus" keys="N" onPress={onNew}>
            {t('new')}
          </Button>
          <Button size="sm" keys="I" onPress={onImport}>
            {t('import')}
          </Button>
        </>
      ) : null}
      {saving.busy ? (
        <Progress
          label={t('saving')}
          onCancel={saving.cancel}
          {...(saving.progress === null || saving.progress.total === 0
            ? {}
            : { value: saving.progress.done, max: saving.progress.total })}
        />
      ) : (
        <Button size="sm" icon="save" keys="X" onPress={onSave}>
          {t('save')}
        </Button>
      )}
      <Button size="sm" icon="sync" keys="R" busy={busy && board !== null} onPress={onRefresh}>
        {t('refresh')}
      </Button>
    </header>
  )
}
