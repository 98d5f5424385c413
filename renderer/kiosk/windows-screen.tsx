import { useTranslation } from 'react-i18next'
import type { Center, Window } from '../../contract/reference.ts'

export interface WindowsScreenProps {
  readonly windows: readonly Window[]
  readonly center: Center | null
}

/** 窗口导览: which window for what. */
export function WindowsScreen({ windows, center }: WindowsScreenProps) {
  const { t } = useTranslation('kiosk')
  return (
    <div className="ksk-scroll" tabIndex={0} role="region" aria-label={t('windows.title')}>
      <h1 className="ksk-ask">{t('windows.title')}</h1>
      {center?.address === null || center === null ? null : <p className="ksk-hint">{center.address}</p>}
      {windows.length === 0 ? <p className="ksk-none">{t('windows.none')}</p> : null}
      <ul className="ksk-lines still">
        {windows.map(({ deviceNo, name, organs, phone }) => (
          <li key={deviceNo}>
            <b>{name}</b>
            <small>{organs.length === 0 ? t('windows.any') : organs.join(t('listMark'))}</small>
            {phone === null ? null : <small className="num">{t('windows.phone', { phone })}</small>}
          </li>
        ))}
      </ul>
    </div>
  )
}
