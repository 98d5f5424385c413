import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { KeptCopies } from '../../../contract/queries/sync-status.ts'
import { timeOrStamp } from '../../i18n/dates.ts'
import { Note } from '../../ui/panel.tsx'

/** What is proved beside delivery: a second copy (SYN-16), and the signature of the center's history (SYN-46). */
export function KeptFacts({ kept, today }: { readonly kept: KeptCopies; readonly today: string }) {
  const { t } = useTranslation('sync')
  const { signedAt, contradictedAt } = kept
  return (
    <>
      <dl className="sync-facts">
        <div>
          <dt>{t('kept.second')}</dt>
          <dd>{secondCopyText(kept, t)}</dd>
        </div>
        <div>
          <dt>{t('kept.signed')}</dt>
          <dd>{signedAt === null ? t('kept.never') : t('kept.agrees', { at: timeOrStamp(signedAt, today) })}</dd>
        </div>
      </dl>
      {contradictedAt === null ? null : (
        <Note tone="accent">{t('kept.contradicted', { at: timeOrStamp(contradictedAt, today) })}</Note>
      )}
    </>
  )
}

const secondCopyText = ({ confirmed, safe }: KeptCopies, t: TFunction<'sync'>): string => {
  if (confirmed === 0) return t('kept.nothing')
  if (safe === 0) return t('kept.none')
  return safe < confirmed ? t('kept.part', { n: confirmed - safe }) : t('kept.all')
}
