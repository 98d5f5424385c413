import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isPlainDate, plainDate } from '../../../domain/plain-date.ts'
import { codeParts } from '../../../domain/record/publication/index-part.ts'
import type { Publication } from '../../../domain/record/publication/publication-record.ts'
import { useHost } from '../../ipc/clients.ts'
import { TextField } from '../../ui/text-field.tsx'
import { useSettled } from '../../ui/use-settled.ts'
import type { EntryActKind, EntryDraft } from './model/entry-fields.ts'

/** The number that an entry has, or would get now: the next of its series (PUB-27). */
export const useIndexNo = (kind: EntryActKind, entry: Publication | null, draft: EntryDraft) => {
  const host = useHost()
  const typed = useSettled(JSON.stringify(draft), 250)
  const { organ = '', madeOn = '', template = '', ...rest }: EntryDraft = JSON.parse(typed)
  const codes = Object.fromEntries(
    codeParts.flatMap((part) => (rest[`code.${part}`] ? [[part, rest[`code.${part}`]]] : [])),
  )
  const input = { organ: organ.trim(), madeOn, template: template.trim() === '' ? null : template.trim(), codes }
  const { data } = useQuery({
    queryKey: ['records', 'catalogue-number', input],
    queryFn: () => host.catalogue.number({ ...input, madeOn: plainDate(madeOn) }),
    enabled: kind === 'publication.draft' && input.organ !== '' && isPlainDate(madeOn),
    placeholderData: keepPreviousData,
  })
  if (entry !== null)
    return { given: { indexNo: entry.indexNo, template: entry.template }, problem: null, template: entry.template }
  return data === undefined
    ? { given: null, problem: null, template: null }
    : data.ok
      ? { given: data.value, problem: null, template: data.value.template }
      : { given: null, problem: data.error, template: data.error.template }
}

export interface IndexNoPartProps {
  readonly number: ReturnType<typeof useIndexNo>
  readonly entry: Publication | null
  readonly draft: EntryDraft
  readonly problem: string | null
  readonly onChange: (name: string, value: string) => void
}

/** The number is made, never typed; a code that the template wants and nobody knows yet is asked for. */
export function IndexNoPart({ number, entry, draft, problem, onChange }: IndexNoPartProps) {
  const { t } = useTranslation('catalogue')
  const { given, problem: wrong, template } = number
  const asked = codeParts.filter((part) => draft[`code.${part}`] !== undefined || wrong?.part === part)
  return (
    <>
      <TextField
        label={t('number.label')}
        className="whole"
        readOnly
        value={given?.indexNo ?? ''}
        onChange={() => undefined}
        problem={
          wrong === null
            ? problem
            : wrong.part === null
              ? t('number.templateInvalid')
              : t('number.codeMissing', { part: t(`number.parts.${wrong.part}`) })
        }
        hint={template === null ? t('number.wait') : t('number.made', { template })}
      />
      {entry === null
        ? asked.map((part) => (
            <TextField
              key={part}
              label={t(`number.parts.${part}`)}
              required
              value={draft[`code.${part}`] ?? ''}
              onChange={(value) => onChange(`code.${part}`, value)}
              maxLength={20}
            />
          ))
        : null}
      {entry === null ? (
        <TextField
          label={t('number.template')}
          hint={t('number.templateHint')}
          value={draft['template'] ?? ''}
          onChange={(value) => onChange('template', value)}
          maxLength={120}
        />
      ) : null}
    </>
  )
}
