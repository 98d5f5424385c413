import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { sections, type Section } from './sections.ts'

export interface RailProps {
  readonly current: Section['page']
  readonly onGo: (page: Section['page']) => void
  /** Things of the sync page that wait for a person. */
  readonly attention: number
}

/** The sections there are, each with its word and key. */
export function Rail({ current, onGo, attention }: RailProps) {
  const { t } = useTranslation('frame')
  return (
    <nav className="rail" aria-label={t('nav')}>
      {sections.map(({ page, icon, keys }) => (
        <button
          key={page}
          type="button"
          aria-current={page === current ? 'page' : undefined}
          aria-keyshortcuts={keys.replace(' ', '+')}
          title={keys}
          onClick={() => onGo(page)}
        >
          <Icon name={icon} />
          {t(`sections.${page}`)}
          {page === 'sync' && attention > 0 ? <span className="n">{attention}</span> : null}
        </button>
      ))}
    </nav>
  )
}
