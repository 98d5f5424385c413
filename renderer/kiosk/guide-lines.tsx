import { useTranslation } from 'react-i18next'
import type { ItemHit } from '../../contract/queries/items.ts'
import { itemLimitText } from '../i18n/item-limit-text.ts'
import { Marked } from '../ui/marked.tsx'

export interface GuideLinesProps {
  readonly guides: readonly ItemHit[]
  /** What was searched for, to say so when nothing is there. */
  readonly searched: string
  readonly onChoose: (id: string) => void
}

/** Each leads to its guide. */
export function GuideLines({ guides, searched, onChoose }: GuideLinesProps) {
  const { t } = useTranslation('kiosk')
  if (guides.length === 0) {
    return (
      <p className="ksk-none">
        {searched.trim() === '' ? t('guides.empty') : t('guides.none', { text: searched.trim() })}
      </p>
    )
  }
  return (
    <ul className="ksk-lines">
      {guides.map((guide) => (
        <li key={guide.id}>
          <button type="button" onClick={() => onChoose(guide.id)}>
            <b>
              <Marked text={guide.name} marks={guide.marks} />
            </b>
            <small>{t('guides.line', { organ: guide.organ, limit: itemLimitText(guide).text })}</small>
          </button>
        </li>
      ))}
    </ul>
  )
}
