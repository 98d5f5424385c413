import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OneItem } from '../../contract/console-items.ts'
import { ServiceItemSchema } from '../../contract/reference.ts'
import { handlings, type ServiceItem } from '../../domain/service/service-item.ts'
import { stamp } from '../i18n/dates.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast-store.ts'
import { useConsole } from './console-client.ts'
import { failureText } from './failure-text.ts'
import { changedFields, draftOf, type ItemDraft, itemOfDraft } from './item-draft.ts'
import { MaterialRows } from './material-rows.tsx'
import '../ui/ledger-table.css'

/** One item with its guide: what is changed here is published as the next version, or the item is taken back. */
export function ItemDialog({
  item,
  withdrawn,
  history,
  onClose,
}: {
  readonly item: ServiceItem
  readonly withdrawn: boolean
  readonly history: OneItem['history']
  readonly onClose: () => void
}) {
  const { t } = useTranslation(['console', 'terms'])
  const client = useConsole()
  const queries = useQueryClient()
  const toast = useToast()
  const [draft, setDraft] = useState(() => draftOf(item))
  // How often it was tried: each time that does not go comes back to the first field that is wrong.
  const [tries, setTries] = useState(0)
  const tried = tries > 0
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [tries])
  const [ending, setEnding] = useState(false)
  const isNew = history.length === 0
  const changed = itemOfDraft(item, draft)
  const checked = ServiceItemSchema.safeParse(changed)
  const wrong = new Set(checked.success ? [] : checked.error.issues.map(({ path }) => path.join('.')))
  const over =
    changed.promisedDays !== null && changed.statutoryDays !== null && changed.promisedDays > changed.statutoryDays
  const changes = changedFields(item, changed)
  const told = async (text: string) => {
    await queries.invalidateQueries()
    toast({ kind: 'done', text })
    onClose()
  }
  const publish = useMutation({
    mutationFn: (given: Parameters<typeof client.items.publish>[0]) => client.items.publish(given),
    onSuccess: ({ version }) => told(t('item.published', { name: changed.name, version })),
  })
  const withdraw = useMutation({
    mutationFn: () => client.items.withdraw({ id: item.id, version: item.version }),
    onSuccess: () => told(t('item.withdrawn', { name: item.name })),
  })
  const submit = () => {
    setTries((before) => before + 1)
    if (checked.success && !over) publish.mutate({ item: checked.data })
  }
  const set = (said: Partial<ItemDraft>) => setDraft((before) => ({ ...before, ...said }))
  const problem = (path: string, text: string): string | null => (tried && wrong.has(path) ? text : null)
  const nothing = changes.length === 0 && !withdrawn && !isNew
  const failed = publish.error ?? withdraw.error
  return (
    <Dialog
      open
      onClose={onClose}
      wide="side"
      title={isNew ? t('item.add') : t('item.title', { name: item.name, version: item.version })}
      footer={
        <>
          <span className="muted grow" role="status">
            {isNew ? '' : nothing ? t('item.same') : changedWords()}
          </span>
          <Button onPress={onClose}>{t('cancel')}</Button>
          {isNew || withdrawn ? null : (
            <Button busy={withdraw.isPending} onPress={() => (ending ? withdraw.mutate() : setEnding(true))}>
              {t(ending ? 'item.withdrawSure' : 'item.withdraw')}
            </Button>
          )}
          <Button
            variant="primary"
            onPress={submit}
            busy={publish.isPending}
            disabledReason={nothing ? t('item.same') : null}
          >
            {t(isNew ? 'item.publishNew' : 'item.publish')}
          </Button>
        </>
      }
    >
      {ending ? <Banner title={t('item.withdrawWhat')} /> : null}
      {failed === null ? null : <Banner tone="problem" title={failureText(failed)} />}
      <div className="csl-item" ref={form}>
        <TextField
          label={t('item.name')}
          value={draft.name}
          onChange={(name) => set({ name })}
          maxLength={300}
          required
          autoFocus
          className="csl-all"
          problem={problem('name', t('needed'))}
        />
        <TextField
          label={t('item.organ')}
          value={draft.organ}
          onChange={(organ) => set({ organ })}
          maxLength={200}
          required
          problem={problem('organ', t('needed'))}
        />
        <TextField
          label={t('item.kind')}
          value={draft.kind}
          onChange={(kind) => set({ kind })}
          maxLength={40}
          required
          hint={t('item.kindHint')}
          problem={problem('kind', t('needed'))}
        />
        <TextField label={t('item.code')} value={draft.code} onChange={(code) => set({ code })} maxLength={120} />
        <TextField
          label={t('item.statutoryDays')}
          value={draft.statutoryDays}
          onChange={(statutoryDays) => set({ statutoryDays })}
          inputMode="numeric"
          hint={t('item.daysHint')}
          problem={problem('statutoryDays', t('item.numberWrong'))}
        />
        <TextField
          label={t('item.promisedDays')}
          value={draft.promisedDays}
          onChange={(promisedDays) => set({ promisedDays })}
          inputMode="numeric"
          hint={t('item.daysHint')}
          problem={problem('promisedDays', t('item.numberWrong')) ?? (tried && over ? t('item.over') : null)}
        />
        <Select
          label={t('item.dayUnit')}
          value={draft.dayUnit}
          onChange={(dayUnit) => set({ dayUnit })}
          options={(['workday', 'day'] as const).map((unit) => ({ value: unit, label: t(`item.unit.${unit}`) }))}
        />
        <Select
          label={t('item.handling')}
          value={draft.handling}
          onChange={(handling) => set({ handling })}
          options={handlings.map((one) => ({ value: one, label: t(`terms:handling.${one}`) }))}
        />
        <TextField
          label={t('item.resultName')}
          value={draft.resultName}
          onChange={(resultName) => set({ resultName })}
          maxLength={200}
        />
        {(['conditions', 'processSteps', 'legalBasis', 'note'] as const).map((key) => (
          <TextField
            key={key}
            label={t(`item.${key}`)}
            value={draft[key]}
            onChange={(text) => set({ [key]: text })}
            rows={3}
            className="csl-all"
            hint={key === 'note' ? undefined : t('item.linesHint')}
            problem={tried && [...wrong].some((path) => path.startsWith(key)) ? t('item.wrong') : null}
          />
        ))}
        <MaterialRows
          lines={draft.materials}
          onChange={(materials) => set({ materials })}
          problemAt={(index, field) =>
            problem(`materials.${index}.${field}`, t(field === 'name' ? 'needed' : 'item.wrong'))
          }
        />
        {isNew ? null : <History steps={history} />}
      </div>
    </Dialog>
  )

  function changedWords(): string {
    return changes.length === 0
      ? ''
      : t('item.changes', { fields: changes.map((key) => t(`item.fields.${key}`)).join(t('comma')) })
  }
}

function History({ steps }: { readonly steps: OneItem['history'] }) {
  const { t } = useTranslation('console')
  return (
    <section className="csl-all" aria-label={t('item.history')}>
      <h3>{t('item.history')}</h3>
      <table className="table" aria-label={t('item.history')}>
        <thead>
          <tr>
            <th>{t('item.at')}</th>
            <th>{t('item.what')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ at, what, version }, index) => (
            <tr key={index}>
              <td className="num">{stamp(at)}</td>
              <td>{what === 'withdraw' ? t('item.withdrawOf') : t('item.publishOf', { version: version ?? '' })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
