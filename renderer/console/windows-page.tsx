import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Window, WindowSchema } from '../../contract/reference.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast-store.ts'
import { Asked } from './asked.tsx'
import { useConsole } from './console-client.ts'
import { failureText } from './failure-text.ts'
import { PageHead } from './page-head.tsx'
import { splitNames } from './split-names.ts'

/** Windows as the residents know them: name, telephone, whose matters are taken in there. */
export function WindowsPage() {
  const { t } = useTranslation('console')
  const client = useConsole()
  const windows = useQuery({ queryKey: ['windows'], queryFn: () => client.windows.list() })
  const [selected, setSelected] = useState<string | null>(null)
  const [opened, setOpened] = useState<Window | 'new' | null>(null)
  const columns = useMemo(
    (): readonly DataColumn<Window>[] => [
      { id: 'no', header: t('device.no'), width: 80, cell: ({ deviceNo }) => <span className="num">{deviceNo}</span> },
      { id: 'name', header: t('window.name'), width: 220, cell: ({ name }) => name },
      { id: 'phone', header: t('window.phone'), width: 150, cell: ({ phone }) => phone ?? '' },
      {
        id: 'organs',
        header: t('window.organs'),
        width: 'grow',
        cell: ({ organs }) => (organs.length === 0 ? t('window.anyOrgan') : organs.join(t('comma'))),
      },
      {
        id: 'villages',
        header: t('window.villages'),
        width: 'grow',
        from: 1000,
        cell: (one) => one.villages?.join(t('comma')) ?? '',
      },
    ],
    [t],
  )
  return (
    <>
      <PageHead title={t('places.windows')}>
        <Button variant="primary" icon="plus" onPress={() => setOpened('new')}>
          {t('window.add')}
        </Button>
      </PageHead>
      <Asked query={windows}>
        {(rows) => (
          <DataTable
            label={t('places.windows')}
            columns={columns}
            rows={rows}
            rowId={({ deviceNo }) => deviceNo}
            rowCount={rows.length}
            selectedId={selected}
            onSelect={({ deviceNo }) => setSelected(deviceNo)}
            onOpen={setOpened}
            empty={<EmptyState title={t('window.none')}>{t('window.noneHint')}</EmptyState>}
          />
        )}
      </Asked>
      {opened === null ? null : (
        <WindowDialog window={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
      )}
    </>
  )
}

function WindowDialog({ window, onClose }: { readonly window: Window | null; readonly onClose: () => void }) {
  const { t } = useTranslation('console')
  const client = useConsole()
  const queries = useQueryClient()
  const toast = useToast()
  const [deviceNo, setDeviceNo] = useState(window?.deviceNo ?? '')
  const [name, setName] = useState(window?.name ?? '')
  const [phone, setPhone] = useState(window?.phone ?? '')
  const [organs, setOrgans] = useState(window?.organs.join('\n') ?? '')
  const [villages, setVillages] = useState(window?.villages?.join('\n') ?? '')
  const [tried, setTried] = useState(false)
  const asked = splitNames(villages)
  const input = WindowSchema.safeParse({
    deviceNo: deviceNo.trim().toUpperCase(),
    name: name.trim(),
    phone: phone.trim() === '' ? null : phone.trim(),
    organs: splitNames(organs),
    ...(asked.length === 0 ? {} : { villages: asked }),
  })
  const wrong = new Set(input.success ? [] : input.error.issues.map(({ path }) => path[0]))
  const save = useMutation({
    mutationFn: (given: Window) => client.windows.set(given),
    onSuccess: async () => {
      await queries.invalidateQueries()
      toast({ kind: 'done', text: t('window.saved') })
      onClose()
    },
  })
  const submit = () => {
    setTried(true)
    if (input.success) save.mutate(input.data)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={window === null ? t('window.add') : t('window.edit', { deviceNo: window.deviceNo })}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" onPress={submit} busy={save.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="csl-form">
        <TextField
          label={t('device.no')}
          value={deviceNo}
          onChange={setDeviceNo}
          maxLength={5}
          required
          readOnly={window !== null}
          autoFocus={window === null}
          hint={t('window.noHint')}
          problem={tried && wrong.has('deviceNo') ? t('enrol.noWrong') : null}
        />
        <TextField
          label={t('window.name')}
          value={name}
          onChange={setName}
          maxLength={60}
          required
          autoFocus={window !== null}
          problem={tried && wrong.has('name') ? t('needed') : null}
        />
        <TextField label={t('window.phone')} value={phone} onChange={setPhone} maxLength={40} type="tel" />
        <TextField
          label={t('window.organs')}
          value={organs}
          onChange={setOrgans}
          rows={3}
          hint={t('window.organsHint')}
        />
        <TextField
          label={t('window.villages')}
          value={villages}
          onChange={setVillages}
          rows={2}
          hint={t('window.villagesHint')}
        />
      </div>
      {save.error === null ? null : <Banner tone="problem" title={failureText(save.error)} />}
    </Dialog>
  )
}
