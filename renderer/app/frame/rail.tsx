import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { sections, type Section } from './sections.ts'

export interface RailProps {
  readonly current: Section['page']
  readonly onGo: (page: Section['page']) => void
  /** What waits for a person, by section. */
  readonly counts: Partial<Readonly<Record<Section['page'], number>>>
}

/** The sections there are, each with its word and key. */
export function Rail({ current, onGo, counts }: RailProps) {
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
          <Waiting n={counts[page] ?? 0} />
        </button>
      ))}
    </nav>
  )
}

function Waiting({ n }: { readonly n: number }) {
  return n === 0 ? null : <span className="n">{n > most ? `${most}+` : n}</span>
}

/** Three figures are what the rail has room for. */
const most = 999
