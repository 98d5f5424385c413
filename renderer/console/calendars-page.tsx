import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarLine } from '../../contract/console-calendars.ts'
import { Button } from '../ui/button.tsx'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Mark } from '../ui/mark.tsx'
import { Asked } from './asked.tsx'
import { CalendarDialog } from './calendar-dialog.tsx'
import { useConsole } from './console-client.ts'
import { NewCalendarDialog } from './new-calendar-dialog.tsx'
import { PageHead } from './page-head.tsx'

/** Arrangements of holidays: what is counted with, and a new one taken into use. */
export function CalendarsPage() {
  const { t } = useTranslation('console')
  const client = useConsole()
  const calendars = useQuery({ queryKey: ['calendars'], queryFn: () => client.calendars.list() })
  const [selected, setSelected] = useState<string | null>(null)
  const [opened, setOpened] = useState<CalendarLine | null>(null)
  const [adding, setAdding] = useState(false)
  const columns = useMemo(
    (): readonly DataColumn<CalendarLine>[] => [
      { id: 'id', header: t('calendar.id'), width: 100, cell: ({ id }) => <span className="num">{id}</span> },
      {
        id: 'number',
        header: t('calendar.number'),
        width: 'grow',
        cell: ({ number, regional, year }) =>
          number ?? t(regional ? 'calendar.ofRegion' : 'calendar.ofYear', { year: String(year) }),
      },
      {
        id: 'published',
        header: t('calendar.published'),
        width: 120,
        cell: ({ publishedOn }) => <span className="num">{publishedOn}</span>,
      },
      { id: 'off', header: t('calendar.off'), width: 90, align: 'right', cell: ({ daysOff }) => String(daysOff) },
      {
        id: 'work',
        header: t('calendar.work'),
        width: 90,
        align: 'right',
        cell: ({ daysWorked }) => String(daysWorked),
      },
      {
        id: 'state',
        header: t('calendar.state'),
        width: 130,
        cell: ({ record }) =>
          record === null || record.status === 'active' ? (
            <>
              <Mark name="done" /> {t(record === null ? 'calendar.shipped' : 'calendar.active')}
            </>
          ) : (
            <span className="muted">{t(`calendar.status.${record.status}`)}</span>
          ),
      },
    ],
    [t],
  )
  return (
    <>
      <PageHead title={t('places.calendars')}>
        <Button variant="primary" icon="plus" onPress={() => setAdding(true)}>
          {t('calendar.add')}
        </Button>
      </PageHead>
      <Asked query={calendars}>
        {({ inUse, lines }) => (
          <>
            <p className="muted">{t('calendar.inUse', inUse)}</p>
            <DataTable
              label={t('places.calendars')}
              columns={columns}
              rows={lines}
              rowId={rowId}
              rowCount={lines.length}
              selectedId={selected}
              onSelect={(line) => setSelected(rowId(line))}
              onOpen={setOpened}
            />
          </>
        )}
      </Asked>
      {opened === null ? null : <CalendarDialog line={opened} onClose={() => setOpened(null)} />}
      {adding ? <NewCalendarDialog onClose={() => setAdding(false)} /> : null}
    </>
  )
}

/** One that was taken back may come again under its number. */
const rowId = ({ id, record }: CalendarLine): string => record?.id ?? id
