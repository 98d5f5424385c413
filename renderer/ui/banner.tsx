import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Mark } from './mark.tsx'
import './banner.css'

export interface BannerProps {
  readonly tone?: 'plain' | 'accent' | 'problem'
  readonly title: ReactNode
  readonly children?: ReactNode
  /** For support; shown small, never the only words. */
  readonly code?: string | null
  readonly actions?: ReactNode
  readonly onDismiss?: () => void
}

/** A message in its place on the page. A problem stays until it is read or mended. */
export function Banner({ tone = 'plain', title, children, code = null, actions, onDismiss }: BannerProps) {
  const { t } = useTranslation('ui')
  return (
    <div className={`banner ${tone}`} role={tone === 'problem' ? 'alert' : 'status'}>
      {tone === 'problem' ? <Mark name="cross" /> : null}
      <div className="grow">
        <b>{title}</b>
        {children === undefined ? null : <div>{children}</div>}
        {code === null ? null : <div className="banner-code">{t('code', { code })}</div>}
      </div>
      {actions}
      {onDismiss === undefined ? null : (
        <Button size="sm" onPress={onDismiss}>
          {t('dismiss')}
        </Button>
      )}
    </div>
  )
}
