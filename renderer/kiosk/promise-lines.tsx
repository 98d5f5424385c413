import { useTranslation } from 'react-i18next'
import type { ItemHit } from '../../contract/queries/items.ts'

export interface PromiseLinesProps {
  readonly guides: readonly ItemHit[]
  readonly onChoose: (id: string) => void
}

/** 服务承诺: what the law gives, and what this center promises. */
export function PromiseLines({ guides, onChoose }: PromiseLinesProps) {
  const { t } = useTranslation('kiosk')
  const days = (n: number | null, unit: ItemHit['dayUnit']) =>
    n === null ? t('promises.noLimit') : t(`promises.days.${unit}`, { n })
  return (
    <ul className="ksk-lines promises">
      {guides.map(({ id, name, statutoryDays, promisedDays, dayUnit, handling }) => (
        <li key={id}>
          <button type="button" onClick={() => onChoose(id)}>
            <b>{name}</b>
            <small className="num">
              {handling === 'instant'
                ? t('promises.instant')
                : promisedDays === null && statutoryDays === null
                  ? t('promises.none')
                  : t('promises.line', {
                      promised: days(promisedDays, dayUnit),
                      statutory: days(statutoryDays, dayUnit),
                    })}
            </small>
          </button>
        </li>
      ))}
    </ul>
  )
}
