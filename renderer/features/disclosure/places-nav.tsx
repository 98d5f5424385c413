import { useTranslation } from 'react-i18next'
import type { DeskLine } from '../../../contract/queries/disclosure.ts'
import type { DeskPlace } from '../../../domain/disclosure/desk-place.ts'
import { grouped } from '../../i18n/counts.ts'
import { countAt, countIn, workPlaces } from './model/disclosure-view.ts'

export interface PlacesNavProps {
  readonly lines: readonly DeskLine[]
  readonly place: DeskPlace | null
  readonly onPlace: (place: DeskPlace | null) => void
}

/** What requests wait for, each with its number; the keys , and . go up and down. */
export function PlacesNav({ lines, place, onPlace }: PlacesNavProps) {
  const { t } = useTranslation('disclosure')
  const all = countIn(lines, 'work')
  return (
    <nav className="panel bd-side" aria-label={t('placesLabel')}>
      <div className="bd-nav">
        <button type="button" aria-pressed={place === null} onClick={() => onPlace(null)}>
          {t('places.all')}
          <span className="n num">{grouped(all)}</span>
        </button>
        {workPlaces.map((each) => (
          <button key={each} type="button" aria-pressed={place === each} onClick={() => onPlace(each)}>
            {t(`places.${each}`)}
            <span className="n num">{grouped(countAt(lines, each))}</span>
          </button>
        ))}
      </div>
    </nav>
  )
}
