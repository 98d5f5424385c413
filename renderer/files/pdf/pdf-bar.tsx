import { useTranslation } from 'react-i18next'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Button } from '../../ui/button.tsx'
import { zoomBy } from './pdf-file.ts'

export interface PdfBarProps {
  readonly page: number
  readonly pages: number
  readonly zoom: number
  readonly onPage: (page: number) => void
  readonly onZoom: (zoom: number) => void
}

/** Which page it is, and the keys that turn it and change its size. */
export function PdfBar({ page, pages, zoom, onPage, onZoom }: PdfBarProps) {
  const { t } = useTranslation('files')
  const next = () => onPage(page + 1)
  const before = () => onPage(page - 1)
  const larger = () => onZoom(zoomBy(zoom, 1))
  const smaller = () => onZoom(zoomBy(zoom, -1))
  useKeys([
    { keys: 'PageDown', shown: 'PgUp PgDn', label: t('pdf.turn'), run: next },
    { keys: 'PageUp', run: before },
    { keys: 'Ctrl Home', run: () => onPage(1) },
    { keys: 'Ctrl End', run: () => onPage(pages) },
    { keys: '+', shown: '+ − 0', label: t('pdf.size'), run: larger },
    { keys: '=', run: larger },
    { keys: '-', run: smaller },
    { keys: '0', run: () => onZoom(1) },
  ])
  return (
    <div className="pdf-bar">
      <Button size="sm" onPress={before} disabledReason={page === 1 ? t('pdf.first') : null}>
        {t('pdf.before')}
      </Button>
      <span className="num" role="status">
        {t('pdf.page', { n: page, of: pages })}
      </span>
      <Button size="sm" onPress={next} disabledReason={page === pages ? t('pdf.last') : null}>
        {t('pdf.next')}
      </Button>
      <span className="grow" />
      <Button size="sm" onPress={smaller}>
        {t('pdf.smaller')}
      </Button>
      <span className="num">{t('pdf.percent', { n: Math.round(zoom * 100) })}</span>
      <Button size="sm" onPress={larger}>
        {t('pdf.larger')}
      </Button>
    </div>
  )
}
