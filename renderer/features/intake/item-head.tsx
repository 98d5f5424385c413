import { useTranslation } from 'react-i18next'
import { limitsOf } from '../../../domain/service/limits.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { BundlePanel } from './bundle-panel.tsx'
import { ContactArrival } from './contact-arrival.tsx'
import { ArrivalFields } from './disclosure-panel.tsx'
import { useIntake } from '../../intake/intake-context.ts'
import { matterName } from '../../intake/matter-name.ts'

/** What is applied for, with the facts a citizen asks about. */
export function ItemHead() {
  const { t } = useTranslation(['intake', 'terms'])
  const { form, dispatch } = useIntake()
  const { matter } = form
  if (matter === null) return null
  const change = (
    <Button size="sm" keys="Ctrl I" onPress={() => dispatch({ type: 'changeItem', on: true })}>
      {t('item.change')}
    </Button>
  )
  if (matter.kind === 'disclosure') {
    return (
      <section className="panel intake-item" aria-label={t('item.disclosure')}>
        <h1>{t('item.disclosure')}</h1>
        {change}
        <div className="intake-facts">{t('item.disclosureFacts')}</div>
        <ArrivalFields />
      </section>
    )
  }
  if (matter.kind === 'bundle') return <BundlePanel />
  if (matter.kind !== 'service') {
    return (
      <section className="panel intake-item" aria-label={matterName(matter)}>
        <h1>{matterName(matter)}</h1>
        {change}
        <div className="intake-facts">{t(`item.facts.${matter.kind}`)}</div>
        <ContactArrival kind={matter.kind} />
      </section>
    )
  }
  const { item } = matter
  const { promisedDays, statutoryDays, unit } = limitsOf(item)
  const [basis] = item.legalBasis
  return (
    <section className="panel intake-item" aria-label={item.name}>
      <h1>
        {item.name}
        {item.code === null ? null : <span className="intake-code num">{t('item.code', { code: item.code })}</span>}
        {form.preNo === '' ? null : <span className="intake-code num">{t('item.preNo', { no: form.preNo })}</span>}
      </h1>
      {change}
      <div className="intake-facts">
        <Badge tone="accent">{item.kind}</Badge>
        <Badge>{t(`terms:handling.${item.handling}`)}</Badge>
        <b className="ell">{item.organ}</b>
        <i>·</i>
        {promisedDays === null
          ? t('item.noPromise')
          : t('item.promised', { days: t(`item.days.${unit}`, { n: promisedDays }) })}
        <i>·</i>
        {statutoryDays === null
          ? t('item.noStatutory')
          : t('item.statutory', { days: t(`item.days.${unit}`, { n: statutoryDays }) })}
        <i>·</i>
        {item.fee === null ? t('item.feeUnknown') : item.fee.charged ? t('item.charged') : t('item.free')}
        {basis === undefined ? null : (
          <>
            <i>·</i>
            <span className="ell">{t('item.basis', { basis })}</span>
          </>
        )}
      </div>
    </section>
  )
}
