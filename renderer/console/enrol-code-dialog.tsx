import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type EnrolCodeInput, EnrolCodeInputSchema, scopeKinds } from '../../contract/console.ts'
import { stamp } from '../i18n/dates.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useConsole } from './console-client.ts'
import { failureText } from './failure-text.ts'
import { splitNames } from './split-names.ts'

const closedDays = 30

/** A code with which one device comes in under a number; it is shown here and nowhere else. */
export function EnrolCodeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('console')
  const client = useConsole()
  const queries = useQueryClient()
  const [deviceNo, setDeviceNo] = useState('')
  const [name, setName] = useState('')
  const [scope, setScope] = useState<(typeof scopeKinds)[number]>('center')
  const [villages, setVillages] = useState('')
  const [hours, setHours] = useState('24')
  const [tried, setTried] = useState(false)
  const input = EnrolCodeInputSchema.safeParse({
    deviceNo: deviceNo.trim().toUpperCase(),
    name: name.trim() === '' ? null : name.trim(),
    scope,
    villages: scope === 'villages' ? splitNames(villages) : [],
    closedDays,
    hours: Number(hours),
  })
  const wrong = new Set(input.success ? [] : input.error.issues.map(({ path }) => path[0]))
  const issue = useMutation({
    mutationFn: (given: EnrolCodeInput) => client.devices.issueCode(given),
    onSuccess: () => queries.invalidateQueries(),
  })
  const submit = () => {
    setTried(true)
    if (input.success) issue.mutate(input.data)
  }
  if (issue.data !== undefined)
    return (
      <Dialog
        open
        onClose={onClose}
        title={t('enrol.done', { deviceNo: deviceNo.trim().toUpperCase() })}
        footer={
          <Button variant="primary" onPress={onClose}>
            {t('enrol.noted')}
          </Button>
        }
      >
        <p className="csl-secret num">{issue.data.code}</p>
        <p>{t('enrol.once', { until: stamp(issue.data.expiresAt) })}</p>
      </Dialog>
    )
  const problem = (field: string, text: string): string | null => (tried && wrong.has(field) ? text : null)
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('enrol.open')}
      footer={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" onPress={submit} busy={issue.isPending}>
            {t('enrol.submit')}
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
          autoFocus
          hint={t('enrol.noHint')}
          problem={problem('deviceNo', t('enrol.noWrong'))}
        />
        <TextField label={t('device.name')} value={name} onChange={setName} maxLength={60} hint={t('enrol.nameHint')} />
        <Select
          label={t('device.scope')}
          value={scope}
          onChange={setScope}
          options={scopeKinds.map((kind) => ({ value: kind, label: t(`scope.${kind}`) }))}
          hint={t(`scopeHint.${scope}`)}
        />
        {scope === 'villages' ? (
          <TextField
            label={t('enrol.villages')}
            value={villages}
            onChange={setVillages}
            rows={2}
            required
            hint={t('enrol.villagesHint')}
            problem={problem('villages', t('enrol.villagesWrong'))}
          />
        ) : null}
        <TextField
          label={t('enrol.hours')}
          value={hours}
          onChange={setHours}
          inputMode="numeric"
          maxLength={3}
          hint={t('enrol.hoursHint')}
          problem={problem('hours', t('enrol.hoursWrong'))}
        />
      </div>
      {issue.error === null ? null : <Banner tone="problem" title={failureText(issue.error)} />}
    </Dialog>
  )
}
