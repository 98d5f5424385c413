import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CaseColumnId, ListExportResult } from '../../../../contract/queries/case-library.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { timeOrStamp } from '../../../i18n/dates.ts'
import { grouped } from '../../../i18n/counts.ts'
import { useHost } from '../../../ipc/clients.ts'
import { useRun } from '../../../ipc/use-run.ts'
import { useKeys } from '../../../keyboard/keyboard-context.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { useFilterWords } from './filter-words.ts'
import { type CaseListState, toFilter } from './list-state.ts'

export interface ExportDialogProps {
  readonly state: CaseListState
  readonly columns: readonly CaseColumnId[]
  /** How many there are, in words. */
  readonly found: string
  readonly today: string
  readonly onClose: () => void
}

/** The list as it stands, as a workbook; and which were made before. */
export function ExportDialog(props: ExportDialogProps) {
  const { t } = useTranslation('cases')
  return (
    <Dialog wide open onClose={props.onClose} title={t('list.export.title')}>
      <Export {...props} />
    </Dialog>
  )
}

function Export({ state, columns, found, today, onClose }: ExportDialogProps) {
  const { t } = useTranslation(['cases', 'ui'])
  const host = useHost()
  const { start, busy, progress, value, error, cancelled, cancel } = useRun<ListExportResult>()
  const run = () => {
    if (busy) return
    start((signal) => host.cases.export({ list: toFilter(state), columns: [...columns] }, { signal }))
  }
  useKeys([{ keys: 'F9', label: t('list.export.run'), run }])
  const known = progress !== null && progress.total > 0
  return (
    <>
      <p>{t('list.export.what', { found, n: columns.length })}</p>
      <p className="muted">{t('list.export.masked')}</p>
      {busy ? (
        progress === null ? (
          <p role="status">{t('list.export.choosing')}</p>
        ) : (
          <Progress
            label={known ? t('list.export.running') : t('list.export.runningAt', { n: grouped(progress.done) })}
            onCancel={cancel}
            {...(known ? { value: progress.done, max: progress.total } : {})}
          />
        )
      ) : (
        <Outcome result={value} error={error} cancelled={cancelled} />
      )}
      <Records today={today} />
      <div className="dialog-foot">
        <Button onPress={onClose} keys="Esc">
          {t('list.export.close')}
        </Button>
        <Button variant="primary" keys="F9" busy={busy} onPress={run} autoFocus>
          {t('list.export.run')}
        </Button>
      </div>
    </>
  )
}

interface OutcomeProps {
  readonly result: ListExportResult | null
  readonly error: unknown
  readonly cancelled: boolean
}

function Outcome({ result, error, cancelled }: OutcomeProps) {
  const { t } = useTranslation('cases')
  if (error !== null) {
    const { text, code } = errorText(error)
    return (
      <Banner tone="problem" title={t('list.export.failed')} code={code}>
        {text}
      </Banner>
    )
  }
  if (cancelled) return <Banner title={t('list.export.cancelled')} />
  if (result === null) return null
  if (!result.ok) {
    const { code } = result.error
    if (code === 'cancelled') return <Banner title={t('list.export.cancelled')} />
    return (
      <Banner tone="problem" title={t('list.export.failed')} code={code}>
        {t(`list.export.problem.${code}`)}
      </Banner>
    )
  }
  const { file, rows, bytes } = result.value
  return (
    <Banner tone="accent" title={t('list.export.done', { file })}>
      {t('list.export.doneText', { n: grouped(rows), kb: grouped(Math.ceil(bytes / 1024)) })}
    </Banner>
  )
}

function Records({ today }: { readonly today: string }) {
  const { t } = useTranslation('cases')
  const host = useHost()
  const words = useFilterWords()
  const made = useQuery({ queryKey: ['drafts', 'list-exports'], queryFn: () => host.cases.exports() }).data ?? []
  if (made.length === 0) return null
  return (
    <div className="lib-exports" tabIndex={0} role="region" aria-label={t('list.export.records')}>
      <table>
        <caption>{t('list.export.records')}</caption>
        <thead>
          <tr>
            {(['at', 'name', 'rows', 'filter'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`list.export.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {made.map(({ at, name, rows, filter }, n) => (
            <tr key={`${at}.${n}`}>
              <td className="num">{timeOrStamp(at, today)}</td>
              <td>{name}</td>
              <td className="num">{grouped(rows)}</td>
              <td>{filter === null ? t('list.export.later') : words(filter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
