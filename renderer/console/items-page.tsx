import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemLine } from '../../contract/console-items.ts'
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
import { ItemDialog } from './item-dialog.tsx'
import { emptyItem } from './item-draft.ts'
import { OpenItem } from './open-item.tsx'
import { PageHead } from './page-head.tsx'

/** Service items of the center: found by a word, opened, changed and published as their next version. */
export function ItemsPage() {
  const { t } = useTranslation('console')
  const client = useConsole()
  const [text, setText] = useState('')
  const asked = useSettled(text, typingMs)
  const search = useRef<HTMLInputElement>(null)
  const table = useRef<DataTableHandle>(null)
  useKeys([{ keys: '/', run: () => search.current?.focus() }])
  const [selected, setSelected] = useState<string | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const [adding, setAdding] = useState<string | null>(null)
  const items = useInfiniteQuery({
    queryKey: ['items', asked],
    queryFn: ({ pageParam }) => client.items.list({ text: asked, from: String(pageParam) }),
    initialPageParam: 0,
    getNextPageParam: ({ all }, pages) => {
      const read = pages.reduce((sum, { lines }) => sum + lines.length, 0)
      return read < all ? read : null
    },
    placeholderData: (before) => before,
  })
  const rows = useMemo(() => items.data?.pages.flatMap(({ lines }) => lines) ?? [], [items.data])
  const all = items.data?.pages[0]?.all ?? 0
  const columns = useMemo(
    (): readonly DataColumn<ItemLine>[] => [
      { id: 'name', header: t('item.name'), width: 'grow', cell: ({ name }) => name },
      { id: 'organ', header: t('item.organ'), width: 'grow', cell: ({ organ }) => organ },
      { id: 'kind', header: t('item.kind'), width: 110, cell: ({ kind }) => kind },
      {
        id: 'statutory',
        header: t('item.statutory'),
        width: 90,
        align: 'right',
        cell: (one) => <Limit days={one.statutoryDays} of={one} />,
      },
      {
        id: 'promised',
        header: t('item.promised'),
        width: 90,
        align: 'right',
        cell: (one) => <Limit days={one.promisedDays} of={one} />,
      },
      { id: 'version', header: t('item.version'), width: 60, align: 'right', cell: ({ version }) => String(version) },
      {
        id: 'state',
        header: t('item.state'),
        width: 90,
        cell: ({ withdrawn }) =>
          withdrawn ? <span className="muted">{t('item.withdrawnState')}</span> : t('item.live'),
      },
    ],
    [t],
  )
  return (
    <>
      <PageHead title={t('places.items')}>
        <Button variant="primary" icon="plus" onPress={() => setAdding(crypto.randomUUID())}>
          {t('item.add')}
        </Button>
      </PageHead>
      <div className="csl-head">
        <ListFilter
          label={t('item.find')}
          placeholder={t('item.findHint')}
          value={text}
          onChange={setText}
          onDown={() => table.current?.focus()}
          inputRef={search}
        />
        <span className="muted" role="status">
          {items.data === undefined ? '' : t('item.count', { n: all.toLocaleString('en-US') })}
        </span>
      </div>
      {items.error === null ? null : (
        <Banner
          tone="problem"
          title={t(items.data === undefined ? 'failure.title' : 'failure.old')}
          actions={<Button onPress={() => void items.refetch()}>{t('again')}</Button>}
        >
          {failureText(items.error)}
        </Banner>
      )}
      {items.data === undefined ? (
        items.error === null ? (
          <AfterAMoment>
            <Progress label={t('loading')} />
          </AfterAMoment>
        ) : null
      ) : (
        <DataTable
          ref={table}
          label={t('places.items')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          rowCount={all}
          selectedId={selected}
          onSelect={({ id }) => setSelected(id)}
          onOpen={({ id }) => setOpened(id)}
          onType={() => search.current?.focus()}
          onNearEnd={() => (items.hasNextPage && !items.isFetching ? void items.fetchNextPage() : undefined)}
          empty={<EmptyState title={t('item.none')}>{t('item.noneHint')}</EmptyState>}
        />
      )}
      {opened === null ? null : <OpenItem id={opened} onClose={() => setOpened(null)} />}
      {adding === null ? null : (
        <ItemDialog item={emptyItem(adding)} withdrawn={false} history={[]} onClose={() => setAdding(null)} />
      )}
    </>
  )
}

function Limit({ days, of }: { readonly days: number | null; readonly of: ItemLine }) {
  const { t } = useTranslation('console')
  return days === null ? null : t('item.limit', { n: days, unit: t(`item.unit.${of.dayUnit}`) })
}

/** Asked once the typing rests. */
const typingMs = 200
