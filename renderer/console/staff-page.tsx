import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffLine } from '../../contract/console.ts'
import { Button } from '../ui/button.tsx'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Mark } from '../ui/mark.tsx'
import { Asked } from './asked.tsx'
import { useConsole } from './console-client.ts'
import { PageHead } from './page-head.tsx'
import { StaffDialog } from './staff-dialog.tsx'

/** People of the center and what each of them is. */
export function StaffPage() {
  const { t } = useTranslation(['console', 'terms'])
  const client = useConsole()
  const staff = useQuery({ queryKey: ['staff'], queryFn: () => client.staff.list() })
  const [selected, setSelected] = useState<string | null>(null)
  const [opened, setOpened] = useState<StaffLine | 'new' | null>(null)
  const columns = useMemo(
    (): readonly DataColumn<StaffLine>[] => [
      { id: 'login', header: t('staff.login'), width: 150, cell: ({ login }) => <span className="num">{login}</span> },
      { id: 'name', header: t('staff.name'), width: 140, cell: ({ name }) => name },
      { id: 'role', header: t('staff.role'), width: 150, cell: ({ role }) => t(`terms:role.${role}`) },
      { id: 'organ', header: t('staff.organ'), width: 'grow', cell: ({ organ }) => organ ?? '' },
      { id: 'village', header: t('staff.village'), width: 140, from: 1000, cell: ({ village }) => village ?? '' },
      {
        id: 'state',
        header: t('staff.state'),
        width: 110,
        cell: ({ active }) =>
          active ? (
            <>
              <Mark name="done" /> {t('staff.active')}
            </>
          ) : (
            <span className="muted">{t('staff.closed')}</span>
          ),
      },
    ],
    [t],
  )
  return (
    <>
      <PageHead title={t('places.staff')}>
        <Button variant="primary" icon="plus" onPress={() => setOpened('new')}>
          {t('staff.add')}
        </Button>
      </PageHead>
      <Asked query={staff}>
        {(rows) => (
          <DataTable
            label={t('places.staff')}
            columns={columns}
            rows={rows}
            rowId={({ login }) => login}
            rowCount={rows.length}
            selectedId={selected}
            onSelect={({ login }) => setSelected(login)}
            onOpen={setOpened}
            empty={<EmptyState title={t('staff.none')} />}
          />
        )}
      </Asked>
      {opened === null ? null : (
        <StaffDialog staff={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
      )}
    </>
  )
}
