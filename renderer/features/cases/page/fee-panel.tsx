import { useTranslation } from 'react-i18next'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import { fenToDecimal } from '../../../../domain/fees/money.ts'
import { dateWithWeekday } from '../../../i18n/dates.ts'
import { Panel } from '../../../ui/panel.tsx'
import { type FeeLineShown, feeOf } from './fee-lines.ts'

/** What is charged line by line, what was taken off and on what ground, and whether it is paid. Nothing while nothing is charged. */
export function FeePanel({ state }: { readonly state: CaseState }) {
  const { t } = useTranslation(['cases', 'terms'])
  const fee = feeOf(state)
  if (fee === null) return null
  const name = (line: FeeLineShown) => (line.item === null ? t('fee.processing') : line.item)
  return (
    <Panel title={t('fee.title')} note={t('fee.yuan', { yuan: fenToDecimal(fee.fen) })} padded={false}>
      <ul className="case-lines">
        {fee.lines.map((line, at) => (
          <li key={at}>
            <span className="grow">
              {name(line)}
              {line.standard === null ? null : <small>{line.standard}</small>}
              {line.requests === null ? null : <small>{t('fee.requests', { n: line.requests })}</small>}
              {line.pages === null ? null : <small>{t('fee.pages', { n: line.pages })}</small>}
              {line.reduction === null ? null : (
                <small>
                  {t('fee.reduced', { yuan: fenToDecimal(line.reduction.fen), basis: line.reduction.basis })}
                </small>
              )}
            </span>
            <span className="num">{fenToDecimal(line.fen)}</span>
          </li>
        ))}
        <li>
          <span className="grow">
            {fee.cancelledOn !== null
              ? t('fee.cancelled', { date: dateWithWeekday(fee.cancelledOn) })
              : fee.paid === null
                ? t('fee.open', { date: dateWithWeekday(fee.noticeOn) })
                : t('fee.paid', { date: dateWithWeekday(fee.paid.on), no: fee.paid.receiptNo })}
          </span>
        </li>
      </ul>
    </Panel>
  )
}
