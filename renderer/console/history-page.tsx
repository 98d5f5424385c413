import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditLine } from '../../contract/console-audit.ts'
import { stamp } from '../i18n/dates.ts'
import { operationText } from '../i18n/operation-text.ts'
import { useKeys } from '../keyboard/keyboard-context.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable, type DataTableHandle } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ListFilter } from '../ui/list-filter.tsx'
import { AfterAMoment, Progress } from '../ui/progress.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { useConsole } from './console-client.ts'
import { failureText } from './failure-text.ts'
import { PageHead } from './page-head.tsx'
import { VerifyDialog } from './verify-dialog.tsx'

/** What was done at the center, newest first, and the proof that nothing of it was changed since. */
export function HistoryPage() {
  const { t } = useTranslation(['console', 'problems'])
  const client = useConsole()
  const [text, setText] = useState('')
  const caseNo = useSettled(text.trim(), 300)
  const search = useRef<HTMLInputElement>(null)
  const table = useRef<DataTableHandle>(null)
  const [selected, setSelected] = useState<number | null>(null)
  const [proving, setProving] = useState(false)
  useKeys([{ keys: '/', run: () => search.current?.focus() }])
  const history = useInfiniteQuery({
    queryKey: ['history', caseNo],
    queryFn: ({ pageParam }) => client.audit.list({ before: pageParam, caseNo }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => (next === null ? null : String(next)),
  })
  const rows = useMemo(() => history.data?.pages.flatMap(({ lines }) => lines) ?? [], [history.data])
  const columns = useMemo(
    (): readonly DataColumn<AuditLine>[] => [
      {
        id: 'cseq',
        header: t('history.no'),
        width: 90,
        align: 'right',
        cell: ({ cseq }) => <span className="num">{cseq.toLocaleString('en-US')}</span>,
      },
      {
        id: 'at',
        header: t('history.at'),
        width: 150,
        cell: ({ committedAt }) => <span className="num">{stamp(committedAt)}</span>,
      },
      { id: 'device', header: t('history.device'), width: 70, cell: ({ deviceNo }) => deviceNo ?? '' },
      {
        id: 'person',
        header: t('history.person'),
        width: 170,
        cell: ({ person }) => (person === null ? t('history.server') : t('who', person)),
      },
      { id: 'what', header: t('history.what'), width: 'grow', cell: ({ kind }) => <What kind={kind} /> },
      {
        id: 'case',
        header: t('history.caseNo'),
        width: 210,
        cell: ({ caseNo: number }) => <span className="num">{number ?? ''}</span>,
      },
      {
        id: 'verdict',
        header: t('history.verdict'),
        width: 110,
        cell: ({ verdict }) => t(`problems:verdict.${verdict}`),
      },
    ],
    [t],
  )
  return (
    <>
      <PageHead title={t('places.history')}>
        <Button variant="primary" onPress={() => setProving(true)}>
          {t('history.prove')}
        </Button>
      </PageHead>
      <div className="csl-head">
        <ListFilter
          label={t('history.find')}
          placeholder={t('history.findHint')}
          value={text}
          onChange={setText}
          onDown={() => table.current?.focus()}
          inputRef={search}
        />
      </div>
      {history.error === null ? null : (
        <Banner
          tone="problem"
          title={t(history.data === undefined ? 'failure.title' : 'failure.old')}
          actions={<Button onPress={() => void history.refetch()}>{t('again')}</Button>}
        >
          {failureText(history.error)}
        </Banner>
      )}
      {history.data === undefined ? (
        history.error === null ? (
          <AfterAMoment>
            <Progress label={t('loading')} />
          </AfterAMoment>
        ) : null
      ) : (
        <DataTable
          ref={table}
          label={t('places.history')}
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowCount={history.hasNextPage ? -1 : rows.length}
          selectedId={selected === null ? null : String(selected)}
          onSelect={({ cseq }) => setSelected(cseq)}
          onOpen={({ caseNo: number }) => (number === null ? undefined : setText(number))}
          onType={() => search.current?.focus()}
          onNearEnd={() => (history.hasNextPage && !history.isFetching ? void history.fetchNextPage() : undefined)}
          empty={<EmptyState title={t('history.none')}>{t('history.noneHint')}</EmptyState>}
        />
      )}
      {proving ? <VerifyDialog onClose={() => setProving(false)} /> : null}
    </>
  )
}

const rowId = ({ cseq }: AuditLine): string => String(cseq)

/** Reference data are no acts on a case; what even the server could not read says so. */
function What({ kind }: { readonly kind: string | null }) {
  const { t } = useTranslation('console')
  if (kind === null) return t('history.unread')
  const reference = references.find((one) => one === kind.replace('.', '_'))
  return reference === undefined ? operationText(kind) : t(`history.reference.${reference}`)
}

const references = ['center_set', 'window_set', 'staff_set', 'item_publish', 'item_withdraw'] as const
