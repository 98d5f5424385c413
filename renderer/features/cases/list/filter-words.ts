import { useTranslation } from 'react-i18next'
import type { ExportedFilter } from '../../../../contract/queries/case-library.ts'

/** What a kept filter leaves, in words; items by their number alone, for their names may have changed since. */
export const useFilterWords = (): ((filter: ExportedFilter) => string) => {
  const { t } = useTranslation(['cases', 'terms', 'ui'])
  return ({ list, searched }) => {
    const { kinds, statuses, openOnly, where } = list
    const among = where === undefined ? [] : (['organs', 'handlers', 'devices', 'villages'] as const)
    const named = [
      ...(searched ? [t('list.export.searched')] : []),
      ...kinds.map((kind) => t(`terms:caseKind.${kind}`)),
      ...statuses.map((status) => t(`terms:status.${status}`)),
      ...among.flatMap((field) => where?.[field] ?? []),
      ...(where === undefined || where.items.length === 0 ? [] : [t('list.export.items', { n: where.items.length })]),
      ...(where?.limit === undefined || where.limit === null ? [] : [t('list.limitFilter')]),
      ...(where === undefined || (where.receivedFrom === null && where.receivedTo === null)
        ? []
        : [t('list.export.received', { from: where.receivedFrom ?? '', to: where.receivedTo ?? '' })]),
      ...(openOnly ? [t('list.openOnly')] : []),
    ]
    return named.length === 0 ? t('list.export.everything') : named.join(t('ui:chip.join'))
  }
}
