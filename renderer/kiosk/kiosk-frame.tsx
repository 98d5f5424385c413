import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Terminal } from '../../contract/queries/kiosk.ts'
import { asDate, longDate, stamp, weekdayLong } from '../i18n/dates.ts'
import { Icon } from '../ui/icon.tsx'
import { MongolianColumn } from '../ui/mongolian-column.tsx'
import { ProductMark } from '../ui/product-mark.tsx'
import { useBilingual } from './bilingual.ts'
import { backFrom, type Screen, tileOf } from './screens.ts'
import type { Idle } from './use-idle.ts'

export interface KioskFrameProps {
  readonly terminal: Terminal
  readonly screen: Screen
  readonly onGo: (screen: Screen) => void
  /** As for somebody who has just come. */
  readonly onBegin: () => void
  readonly large: boolean
  readonly onLarge: (large: boolean) => void
  readonly onBilingual: (bilingual: boolean) => void
  readonly idle: Idle
  readonly children: ReactNode
}

/** Whose hall it is and what day; the way back; how long it waits; how old what it says is. */
export function KioskFrame(props: KioskFrameProps) {
  const { terminal, screen, onGo, onBegin, large, onLarge, onBilingual, idle, children } = props
  const { t } = useTranslation('kiosk')
  const bilingual = useBilingual()
  const today = asDate(terminal.today)
  return (
    <div className="ksk">
      <header className="ksk-head">
        <ProductMark />
        <div className="grow">
          <b>{terminal.center?.name ?? t('title')}</b>
          <small className="num">
            {today === null ? null : t('today', { date: longDate(today), weekday: weekdayLong(today) })}
          </small>
        </div>
        <button type="button" className="ksk-button" aria-pressed={large} onClick={() => onLarge(!large)}>
          {large ? t('usualType') : t('largeType')}
        </button>
        <button
          type="button"
          className="ksk-button ksk-language"
          aria-pressed={bilingual}
          onClick={() => onBilingual(!bilingual)}
        >
          <MongolianColumn of="kiosk:mongolian" />
          {t('mongolian')}
        </button>
      </header>
      {screen.at === 'home' ? null : (
        <nav className="ksk-crumb" aria-label={t('where')}>
          <button type="button" className="ksk-button" onClick={onBegin}>
            {t('home')}
          </button>
          <button type="button" className="ksk-button" onClick={() => onGo(backFrom(screen))}>
            {t('back')}
          </button>
          {bilingual ? <MongolianColumn of={`kiosk:tiles.${tileOf(screen)}.name`} /> : null}
          <span>{t(`tiles.${tileOf(screen)}.name`)}</span>
        </nav>
      )}
      <main className="ksk-main">{children}</main>
      {idle.left === null || idle.left === 0 ? null : (
        <div className="ksk-idle" role="alert">
          <span>{t('idle', { n: idle.left })}</span>
          <progress max={30} value={idle.left} aria-label={t('idle', { n: idle.left })} />
          <button type="button" className="ksk-button" onClick={idle.stay}>
            {t('stay')}
          </button>
        </div>
      )}
      <footer className="ksk-foot">
        <span>
          <Icon name="user" />
          {t('help')}
        </span>
        <span className="grow" />
        <span className="num">
          {terminal.toldAt === null ? t('toldNever') : t('told', { at: stamp(terminal.toldAt) })}
        </span>
        <span>{t('keepsNothing')}</span>
      </footer>
    </div>
  )
}
