import { useTranslation } from 'react-i18next'
import { shortStamp } from '../../../../i18n/dates.ts'
import type { PrintLine } from './print-log.ts'

/** Who printed the letter when, how many copies and why; the latest first. */
export function PrintLines({ name, lines }: { readonly name: string; readonly lines: readonly PrintLine[] }) {
  const { t } = useTranslation('cases')
  if (lines.length === 0) return <small>{t('letters.notPrinted')}</small>
  return (
    <ul className="case-letter-log" aria-label={t('letters.log', { name })}>
      {lines
        .map(({ op, at, who, deviceNo, copies, reason }, before) => {
          const said = { n: before + 1, at: shortStamp(at), who, device: deviceNo, copies }
          return (
            <li key={op}>
              {reason === null ? t('letters.logLine', said) : t('letters.logReason', { ...said, reason })}
            </li>
          )
        })
        .reverse()}
    </ul>
  )
}
