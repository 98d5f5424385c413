import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CaseChoices } from '../../../../contract/queries/cases.ts'
import { useHost } from '../../../ipc/clients.ts'
import { FilterChip } from '../../../ui/filter-chip.tsx'
import type { SelectOption } from '../../../ui/select.tsx'
import { type AmongField, type CaseListState, amongFields } from './list-state.ts'

export interface AmongChipsProps {
  readonly among: CaseListState['among']
  readonly onChange: (among: CaseListState['among']) => void
}

/** One chip for each field that the cases on file have more than one value of; what is chosen already stays to be seen and lifted. */
export function AmongChips({ among, onChange }: AmongChipsProps) {
  const { t } = useTranslation('cases')
  const host = useHost()
  // Who, where and what change by the week: not asked again with every case.
  const choices = useQuery({ queryKey: ['case-choices'], queryFn: () => host.cases.choices(), staleTime: 60_000 }).data
  return amongFields.map((field) => {
    const options = optionsOf(field, choices, among[field])
    return options.length < 2 && among[field].length === 0 ? null : (
      <FilterChip
        key={field}
        label={t(`list.among.${field}`)}
        values={among[field]}
        onChange={(values) => onChange({ ...among, [field]: values })}
        options={options}
      />
    )
  })
}

const optionsOf = (
  field: AmongField,
  choices: CaseChoices | undefined,
  chosen: readonly string[],
): readonly SelectOption<string>[] => {
  const found =
    choices === undefined
      ? []
      : field === 'items'
        ? choices.items.map(({ id, name }) => ({ value: id, label: name ?? id }))
        : choices[field].map((value) => ({ value, label: value }))
  const missing = chosen.filter((value) => found.every((option) => option.value !== value))
  return [...found, ...missing.map((value) => ({ value, label: value }))]
}
