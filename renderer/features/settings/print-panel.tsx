import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../i18n/error-text.ts'
import { useShell } from '../../ipc/clients.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Select } from '../../ui/select.tsx'

export interface PrintPanelProps {
  readonly printer: string | null
  readonly onChange: (printer: string | null) => void
}

/** Where letters come out on paper. A printer that is away keeps being set: it may come back. */
export function PrintPanel({ printer, onChange }: PrintPanelProps) {
  const { t } = useTranslation('settings')
  const shell = useShell()
  const printers = useQuery({ queryKey: ['shell', 'printers'], queryFn: () => shell.printers.list() })
  const found = printers.data ?? []
  const options = [
    { value: byDefault, label: t('print.system') },
    ...found.map(({ name, displayName }) => ({ value: name, label: displayName })),
    ...(printer === null || found.some(({ name }) => name === printer)
      ? []
      : [{ value: printer, label: t('print.gone', { name: printer }) }]),
  ]
  return (
    <Panel title={t('print.title')}>
      {printers.error === null ? null : (
        <Banner tone="problem" title={t('print.failed')} code={errorText(printers.error).code}>
          {errorText(printers.error).text}
        </Banner>
      )}
      <div className="settings-fields">
        <Select
          label={t('print.printer')}
          value={printer ?? byDefault}
          onChange={(name) => onChange(name === byDefault ? null : name)}
          options={options}
          {...(printers.data?.length === 0 ? { hint: t('print.none') } : {})}
        />
        <Button onPress={() => void shell.app.openPrintFolder({ file: null }).catch(() => undefined)}>
          {t('print.folder')}
        </Button>
      </div>
    </Panel>
  )
}

/** No printer has an empty name. */
const byDefault = ''
